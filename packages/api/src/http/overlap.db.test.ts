import { randomUUID } from 'node:crypto'
import { seedAccount } from '@rolecall/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '../rows/person.ts'
import { cheapHash } from '../testing/cheap-hash.ts'
import { type StartedApi, startApi } from '../testing/index.ts'
import { inLanes, trials } from '../testing/lanes.ts'

// What overlaps shows with several connections only: PostgreSQL.
describe('a sign-in that overlaps', { timeout: 120_000 }, () => {
  const old = 'the password of before'
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi('postgres', { seed: { chats: false }, poolSize: 24 })
  })
  afterAll(() => server.close())
  beforeEach(() => server.database.db.deleteFrom('attempt').execute())

  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  }
  const lane = async () => {
    const account = await seedAccount(server.database, { chats: false })
    server.seed.members[account.accountId] = account.members.Administrator
    return account
  }
  const person = async ({ accountId, roles }: Awaited<ReturnType<typeof lane>>) => {
    await server.database.db.deleteFrom('attempt').execute()
    const email = `${randomUUID()}@example.test`
    const them = { accountId, roleId: roles.Agent, name: 'Una', email, password: old }
    return { email, ...(await server.database.tenant(accountId, (tx) => addPerson(tx, them, cheapHash))) }
  }
  const alive = async (sessions: { cookie: string }[]) => {
    const asked = await Promise.all(
      sessions.filter(({ cookie }) => cookie).map(({ cookie }) => server.with({ cookie }).get('session.me')),
    )
    return asked.filter(({ status }) => status === 200).length
  }

  it(`a reset, ${trials} times: no session of the old password is left`, async () => {
    const left: number[] = []
    await inLanes(lane, async (account) => {
      const { email } = await person(account)
      await post('request-password-reset', { email })
      const token = /reset#(\S+)/.exec(server.letters.find(({ to }) => to === email)?.text ?? '')?.[1]
      const come = () => post('sign-in/email', { email, password: old })
      const [first, reset, ...more] = await Promise.all([
        come(),
        post('reset-password', { token, newPassword: 'the password of after' }),
        come(),
        come(),
      ])
      expect(reset.status).toBe(200)
      left.push(await alive([first, ...more]))
    })
    expect(left).toEqual(Array(trials).fill(0))
  })

  it(`being shut out, ${trials} times: whoever is let in again has signed in anew`, async () => {
    const left: number[] = []
    await inLanes(lane, async (account) => {
      const { email, memberId } = await person(account)
      const come = () => post('sign-in/email', { email, password: old })
      const admin = server.as(account.accountId)
      const [out, ...sessions] = await Promise.all([
        admin.post('team.deactivate', { memberId }),
        come(),
        come(),
        come(),
      ])
      expect(out.status).toBe(200)
      await admin.post('team.reactivate', { memberId })
      left.push(await alive(sessions))
    })
    expect(left).toEqual(Array(trials).fill(0))
  })
})
