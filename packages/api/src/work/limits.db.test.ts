import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../rows/person.ts'
import { cheapHash } from '../testing/cheap-hash.ts'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('limits on %s', (engine) => {
  let server: StartedApi
  const email = 'vera@example.test'
  beforeAll(async () => {
    server = await startApi(engine, { seed: { chats: false } })
    const { accountId, roles } = server.seed
    await server.database.tenant(accountId, (tx) =>
      addPerson(tx, { accountId, roleId: roles.Agent, name: 'Vera', email, password: 'right password' }, cheapHash),
    )
  })
  afterAll(() => server.close())

  const guess = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, wait: Number(response.headers.get('retry-after')) }
  }

  it('evaluates twenty guesses for one person over all routes, whatever headers and spellings they come with', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 30; n++) {
      const forwarded = {
        'x-forwarded-for': `203.0.113.${n}`,
        'x-real-ip': `203.0.113.${n}`,
        forwarded: `for=203.0.113.${n}`,
      }
      const spelt = n % 2 === 0 ? email : email.toUpperCase()
      const body = n % 5 === 4 ? { email: spelt } : { email: spelt, password: `guess number ${n}` }
      const { status } = await guess(n % 5 === 4 ? 'request-password-reset' : 'sign-in/email', body, forwarded)
      statuses.push(status)
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
    expect(statuses.slice(0, 20)).not.toContain(429)

    // Not even the right one, and the answer says how long to wait.
    const { status, wait } = await guess('sign-in/email', { email, password: 'right password' })
    expect(status).toBe(429)
    expect(wait).toBeGreaterThan(60)
    expect(wait).toBeLessThanOrEqual(15 * 60)
  })

  it('counts guesses made at once, too', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => guess('sign-in/email', { email: 'zoe@example.test', password: 'x' })),
    )
    expect(answers.filter(({ status }) => status !== 429)).toHaveLength(20)
  })

  it('opens again when the window is over', async () => {
    await server.database.db
      .updateTable('attempt')
      .set({ window_ends_at: new Date(Date.now() - 1000) })
      .execute()
    expect((await guess('sign-in/email', { email, password: 'right password' })).status).toBe(200)
  })

  it('counts each call of a batch', async () => {
    const path = Array.from({ length: 20 }, () => 'setup.create').join(',')
    const input = { token: 'x', accountName: 'A', name: 'B', email: 'b@example.test', password: 'long enough' }
    const inputs = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [n, input]))
    const calls = () => server.with({}).post<never>(`${path}?batch=1`, inputs)
    const first = (await calls()).body as { error: { data: { refusal: { code: string } } } }[]
    expect(first.map(({ error }) => error.data.refusal.code)).toEqual(Array(20).fill('NOT_FOUND'))
    const second = (await calls()).body as typeof first
    expect(second.map(({ error }) => error.data.refusal.code)).toEqual(Array(20).fill('TOO_MANY'))
  })

  it('keeps no address and no email', async () => {
    const rows = await server.database.db.selectFrom('attempt').select('key').execute()
    expect(rows.length).toBeGreaterThan(2)
    for (const { key } of rows) expect(key).toMatch(/^(guess|reset|setup):(ip|email):[0-9a-f]{64}$/)
  })
})
