import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Tx } from '@rolecall/db'
import { freshDatabase, oneEngine, seedAccount } from '@rolecall/db/testing'
import type { Session } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOf, listen, type StartedApi, startApi } from '../testing/index.ts'
import { trials } from '../testing/lanes.ts'

// What reliability.md promises, in ms.
const soon = 2000
const inMs = (ms: number) => new Date(Date.now() + ms)

/** How often the history tells of an end. */
const ends = (database: Database, accountId: string) =>
  database.tenant(accountId, (tx) =>
    tx
      .selectFrom('audit')
      .select(['actor_kind', 'actor_name', 'subject_id', 'detail'])
      .where('action', '=', 'access.ended')
      .execute(),
  )
/** What is still to come due. */
const alarms = async (database: Database) => {
  const { rows } = await sql<{ start_after: Date; output: unknown }>`
    select start_after, output from rolecall_jobs.job where state < 'completed' or state = 'failed'`.execute(
    database.db,
  )
  return rows
}
const setAlarm = (database: Database, tx: Tx, accountId: string, at: Date) =>
  database.jobs.send(tx, 'due', { accountId, id: crypto.randomUUID() }, at)

describe.each(oneEngine)('access that runs out on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, { seed: { roles: { Empty: {}, Wide: { full_sections: ['inbox'] } } } })
  })
  afterAll(() => at.close())

  const give = (who: string, until: Date, more: Record<string, unknown> = {}) =>
    at.as('Administrator').post('access.give', {
      memberId: at.seed.members[who]?.id,
      permission: 'reports.view',
      roleId: null,
      until: until.toISOString(),
      reason: '',
      ...more,
    })
  const report = (who: string) =>
    at.as(who).get('reports.chats', { from: '2026-01-01', to: '2026-01-31', timeZone: 'UTC' })

  it('is over with the moment, told within two seconds, and written down once', async () => {
    const stream = await listen(`${at.url}/live`, { cookie: at.cookie('Agent') })
    const until = inMs(3000)
    expect((await give('Agent', until)).status).toBe(200)
    await stream.until((event) => event.type === 'session')
    expect((await report('Agent')).status).toBe(200)
    const heard = stream.heard.length

    await pause(until.getTime() - Date.now() + 5)
    expect((await report('Agent')).refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'reports.view' })
    await expect
      .poll(() => stream.heard.slice(heard).map(({ event }) => event.type), { timeout: soon })
      .toContain('session')
    expect((await at.as('Agent').get<Session>('session.me')).data.extra).toEqual([])
    stream.close()
    await expect.poll(() => alarms(at.database)).toEqual([])
    expect(await ends(at.database, at.seed.accountId)).toMatchObject([
      {
        actor_kind: 'system',
        subject_id: at.seed.members.Agent.id,
        detail: { member: 'Agent Tester', permission: 'reports.view', role: null },
      },
    ])
  })

  it('narrows the stream: what is said afterwards does not arrive', async () => {
    const stream = await listen(`${at.url}/live`, { cookie: at.cookie('Empty') })
    const say = async (body: string) => {
      const headers = { authorization: `Visitor ${at.seed.contacts[0]?.secret}` }
      expect((await at.with(headers).post('visitor.say', { id: crypto.randomUUID(), body })).status).toBe(200)
    }
    const until = inMs(3000)
    await give('Empty', until, { permission: null, roleId: at.seed.roles['Wide'] })
    await stream.until((event) => event.type === 'session')
    await say('during')
    await stream.until((event) => event.type === 'message' && event.message.body === 'during')
    const heard = stream.heard.length
    await expect
      .poll(() => stream.heard.slice(heard).map(({ event }) => event.type), { timeout: 3000 + soon })
      .toContain('session')
    await say('afterwards')
    await at.as('Administrator').post('switches.setOnline', { online: false })
    await stream.until((event) => event.type === 'switches')
    expect(JSON.stringify(stream.heard)).not.toContain('afterwards')
    stream.close()
  })

  it('tells nothing of what was ended before its time', async () => {
    const before = (await ends(at.database, at.seed.accountId)).length
    const { data } = (await give('Support', inMs(3000))) as { data: { grantId: string } }
    expect((await at.as('Administrator').post('access.end', { grantId: data.grantId })).status).toBe(200)
    await expect.poll(() => alarms(at.database)).toEqual([])
    expect(await ends(at.database, at.seed.accountId)).toHaveLength(before)
  })

  it('rings in its time also when a later one was set before it', async () => {
    expect((await give('Agent', inMs(60_000))).status).toBe(200)
    expect((await give('Support', inMs(2000))).status).toBe(200)
    await expect.poll(async () => (await ends(at.database, at.seed.accountId)).length, { timeout: 2000 + soon }).toBe(3)
    expect(await alarms(at.database)).toHaveLength(1)
  })
})

describe.each(oneEngine)('access that ran out while no server ran on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  it('is closed all the same, and told of at the next start, account by account', async () => {
    const first = await startApi(engine, { database })
    const { accountId, members } = first.seed
    const session = first.cookie('Agent')
    const input = { memberId: members.Agent.id, permission: 'reports.view', roleId: null, reason: '' }
    const until = inMs(2000)
    const given = await first.as('Administrator').post('access.give', { ...input, until: until.toISOString() })
    expect(given.status).toBe(200)
    await first.close()

    const other = await seedAccount(database, { chats: false })
    await database.tenant(other.accountId, async (tx) => {
      await tx
        .insertInto('member_grant')
        .values({
          account_id: other.accountId,
          id: crypto.randomUUID(),
          member_id: other.members.Support.id,
          permission: 'audit.view',
          given_name: 'Test',
          ends_at: until,
        })
        .execute()
      await setAlarm(database, tx, other.accountId, until)
    })
    await pause(until.getTime() - Date.now() + 5)
    expect([...(await ends(database, accountId)), ...(await ends(database, other.accountId))]).toEqual([])

    const second = await startApi(engine, { database })
    const answer = await callOf(second.url, { cookie: session }).get<Session>('session.me')
    expect(answer.data.permissions).not.toContain('reports.view')
    await expect.poll(() => ends(database, accountId), { timeout: soon }).toHaveLength(1)
    await expect.poll(() => ends(database, other.accountId), { timeout: soon }).toHaveLength(1)
    // Which the runner notes once its work is done.
    await expect.poll(() => alarms(database), { timeout: soon }).toEqual([])
    await second.close()
  })
})

// On PostgreSQL only: an embedded database has one connection, so nothing there ever races.
describe('two processes', () => {
  it(`end access once in each of ${trials} accounts`, async () => {
    const database = await freshDatabase('postgres', { poolSize: 10 })
    const accounts = [] as { accountId: string; memberId: string }[]
    const seed = await seedAccount(database, { chats: false })
    for (let n = 0; n < trials; n++) {
      // Several grants and alarms in one account, and accounts that come due together.
      const { accountId, members } = n % 4 === 0 ? await seedAccount(database, { chats: false }) : seed
      accounts.push({ accountId, memberId: members.Agent.id })
    }
    const past = inMs(-1000)
    for (const { accountId, memberId } of accounts) {
      await database.tenant(accountId, async (tx) => {
        const grant = { account_id: accountId, member_id: memberId, permission: 'audit.view', given_name: 'Test' }
        await tx
          .insertInto('member_grant')
          .values({ ...grant, id: crypto.randomUUID(), ends_at: past })
          .execute()
        await setAlarm(database, tx, accountId, past)
      })
    }
    const servers = await Promise.all([0, 1, 2].map(() => startApi('postgres', { database })))
    await expect.poll(() => alarms(database), { timeout: 30_000 }).toEqual([])
    const told = new Map<string, number>()
    for (const accountId of new Set(accounts.map((one) => one.accountId)))
      told.set(accountId, (await ends(database, accountId)).length)
    expect([...told.values()].reduce((sum, one) => sum + one, 0)).toBe(trials)
    for (const [accountId, count] of told)
      expect(count).toBe(accounts.filter((one) => one.accountId === accountId).length)
    for (const server of servers) {
      expect(server.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
      await server.close()
    }
    await database.close()
  }, 120_000)
})
