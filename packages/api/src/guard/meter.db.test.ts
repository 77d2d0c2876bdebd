import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintToken } from '../api-tokens/mint.ts'
import { type StartedApi, startApi } from '../testing/index.ts'
import { allowances } from '../work/allowances.ts'

/** So little that a test reaches it, and nothing comes back while it runs. */
const few = (burst: number) => ({ burst, perSecond: 0.001 })
const limits = { ...allowances, visitor: few(6), member: few(30), token: few(4), address: few(12) }

describe.each(engines)('allowances on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { limits })
  })
  afterAll(() => server.close())

  const raw = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}${path}`, { headers })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text }
  }
  const times = async <T>(count: number, run: (n: number) => Promise<T>): Promise<T[]> => {
    const all: T[] = []
    for (let n = 0; n < count; n++) all.push(await run(n))
    return all
  }

  it('are of one visitor’s key, and nobody else’s', async () => {
    const [one, other] = server.seed.contacts
    const say = (secret = '') =>
      server.with({ authorization: `Visitor ${secret}` }).post('visitor.say', { id: crypto.randomUUID(), body: 'x' })
    const answers = await times(8, () => say(one?.secret))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
    expect(answers[7]?.refusal).toMatchObject({ code: 'TOO_MANY', message: expect.stringMatching(/Wait \d+ seconds/) })
    expect((await say(other?.secret)).status).toBe(200)
  })

  it('are of one member; a batch counts as its calls, and says when to try again', async () => {
    const cookie = server.cookie('Support')
    const batch = `/trpc/${Array(20).fill('session.me').join(',')}?batch=1`
    expect((await raw(batch, { cookie })).status).toBe(200)
    const second = await raw(batch, { cookie })
    const envelopes = JSON.parse(second.text) as { result?: unknown }[]
    // One of them was counted for the session, before it was known whose it is.
    expect(envelopes.filter(({ result }) => result).length).toBeGreaterThanOrEqual(10)
    expect(envelopes.filter(({ result }) => result).length).toBeLessThanOrEqual(11)
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(second.headers.get('ratelimit-policy')).toBe('"member";q=30;w=30000')
    expect(second.headers.get('ratelimit')).toMatch(/^"member";r=0;t=\d+$/)
    // In a plain route as well.
    const file = await raw('/audit.csv', { cookie })
    expect([file.status, Number(file.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await server.as('Agent').get('session.me')).status).toBe(200)
  })

  it('are of one token, whose answers say what is left', async () => {
    const { accountId, members } = server.seed
    const { token } = await server.database.tenant(accountId, (tx) =>
      mintToken(tx, { accountId, memberId: members.Agent.id, name: 'Bot', permissions: ['inbox.view'] }),
    )
    const answers = await times(6, () => raw('/trpc/session.me', { authorization: `Bearer ${token}` }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429])
    expect(answers[1]?.headers.get('ratelimit')).toBe('"token";r=2;t=4000')
  })

  it('of whoever shows nothing, or a key that nobody is known by, are their address’s', async () => {
    const id = server.seed.accountId.replaceAll('-', '')
    const madeUp = (n: number) => ({ authorization: `Visitor rv_${id}_${String(n).padStart(43, 'x')}` })
    const answers = await times(14, (n) => raw('/trpc/visitor.thread', madeUp(n)))
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6)
    expect(answers.at(-1)?.status).toBe(429)
    const config = `/trpc/visitor.config?input=${encodeURIComponent(JSON.stringify({ account: server.seed.accountId }))}`
    const asked = await times(2, () => raw(config, {}))
    expect(asked.at(-1)?.status).toBe(429)
    // And nobody of the account whose name they took.
    expect((await server.as('Administrator').get('session.me')).status).toBe(200)
  })
})
