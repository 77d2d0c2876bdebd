import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { addMember, type SeedOptions, seedAccount } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '../guard/cookie.ts'
import { type Answer, callOf, type StartedApi, startApi } from '../testing/index.ts'
import { inLanes, trials } from '../testing/lanes.ts'
import { secret } from '../testing/start.ts'

// reliability.md 7. On PostgreSQL only: an embedded database has one connection, so nothing there ever races.

describe('races on postgres', () => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi('postgres', { seed: { chats: false } })
  })
  afterAll(() => server.close())

  const as = (session: string) =>
    callOf(server.url, { cookie: sessionCookie(server.url, secret).set(session).split(';')[0] ?? '' })

  const account =
    (options: SeedOptions = { chats: false }) =>
    () =>
      seedAccount(server.database, options)

  it(`leaves an Administrator after each of ${trials} mutual demotions`, async () => {
    const outcomes = new Map<string, number>()
    await inLanes(account(), async ({ accountId, members, roles }) => {
      const pair = [members.Administrator, members.Agent]
      await server.database.tenant(accountId, (tx) =>
        tx
          .updateTable('member')
          .set({ role_id: roles.Administrator })
          .where(
            'id',
            'in',
            pair.map(({ id }) => id),
          )
          .execute(),
      )
      const demote = (by: number, whom: number) =>
        as(pair[by]?.session ?? '').post('team.setRole', { memberId: pair[whom]?.id, roleId: roles.Support })
      const answers = await Promise.all([demote(0, 1), demote(1, 0)])

      const administrators = await server.database.tenant(accountId, (tx) =>
        tx.selectFrom('member').select('id').where('role_id', '=', roles.Administrator).execute(),
      )
      expect(administrators).toHaveLength(1)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { refusal } of answers) if (refusal) count(outcomes, refusal.code)
    })
    // Whoever came second had lost the right by then: their check saw the first one's commit.
    expect([...outcomes]).toEqual([['PERMISSION_MISSING', trials]])
  }, 120_000)

  it(`leaves an active Administrator after each of ${trials} times when two send each other away`, async () => {
    const ways = ['team.setRole', 'team.deactivate', 'team.remove']
    await inLanes(account(), async ({ accountId, roles }, trial) => {
      const pair = await server.database.tenant(accountId, async (tx) => {
        await tx.deleteFrom('member').where('account_id', '=', accountId).execute()
        return [
          await addMember(tx, accountId, roles.Administrator, 'One'),
          await addMember(tx, accountId, roles.Administrator, 'Two'),
        ] as const
      })
      const away = (by: 0 | 1, whom: 0 | 1, way: string) => {
        const role = way === 'team.setRole' ? { roleId: roles.Support } : {}
        return as(pair[by].session).post(way, { memberId: pair[whom].id, ...role })
      }
      const [first = '', second = ''] = [ways[trial % 3], ways[Math.floor(trial / 3) % 3]]
      const answers = await Promise.all([away(0, 1, first), away(1, 0, second)])
      const left = await server.database.tenant(accountId, (tx) =>
        tx
          .selectFrom('member')
          .select('id')
          .where('role_id', '=', roles.Administrator)
          .where('status', '=', 'active')
          .execute(),
      )
      expect([first, second, left.length]).toEqual([first, second, 1])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    })
  }, 120_000)

  it(`leaves an Administrator after each of ${trials} times when all step down at once`, async () => {
    await inLanes(account(), async ({ accountId, members, roles }) => {
      const all = Object.values(members)
      await server.database.tenant(accountId, (tx) =>
        tx.updateTable('member').set({ role_id: roles.Administrator }).where('account_id', '=', accountId).execute(),
      )
      const answers = await Promise.all(
        all.map(({ id, session }) => as(session).post('team.setRole', { memberId: id, roleId: roles.Agent })),
      )
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 409])
    })
  }, 120_000)

  it(`commits no write after a revocation, in ${trials} trials`, async () => {
    const seen = { accepted: 0, refused: 0 }
    await inLanes(account({ roles: { Empty: {} } }), async ({ accountId, members, roles, chats }, trial) => {
      const { Agent, Administrator } = members
      const give = (roleId: string | undefined) =>
        as(Administrator.session).post('team.setRole', { memberId: Agent.id, roleId })
      await give(roles.Agent)

      let acknowledged = false
      const revoke = wait(trial % 7).then(() => give(roles.Empty))
      const write = async (delay: number): Promise<Answer & { late: boolean; id: string }> => {
        await wait(delay)
        const [late, id] = [acknowledged, randomUUID()]
        const answer = await as(Agent.session).post('inbox.reply', { chatId: chats.agents, id, body: `Trial ${trial}` })
        return { ...answer, late, id }
      }
      const writes = [0, 1, 2, 3, 5, 8].map(write)
      expect((await revoke).status).toBe(200)
      acknowledged = true
      const after = await write(0)
      const answers = [...(await Promise.all(writes)), after]

      // Event ids are in commit order, so they tell which commit came first.
      const rows = await server.database.tenant(accountId, (tx) =>
        tx.selectFrom('event').select(['id', 'type', 'data']).orderBy('id', 'desc').limit(20).execute(),
      )
      const revoked = Math.max(...rows.filter(({ type }) => type === 'session').map(({ id }) => id))
      const later = rows.filter(({ id, type }) => id > revoked && type === 'message')
      expect(later).toEqual([])

      expect(after.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.reply', role: 'Empty' })
      for (const { status, late } of answers) {
        expect([200, 403]).toContain(status)
        if (late) expect(status).toBe(403)
        if (status === 200) seen.accepted++
        else seen.refused++
      }
    })
    // It was a race: both sides won some.
    expect(seen.accepted).toBeGreaterThan(trials / 10)
    expect(seen.refused).toBeGreaterThan(trials)
  }, 120_000)
})

const count = (into: Map<string, number>, key: string) => into.set(key, (into.get(key) ?? 0) + 1)
