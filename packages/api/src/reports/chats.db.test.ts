import { engines } from '@rolecall/db/testing'
import type { Report } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const good = { from: '2025-03-01', to: '2025-04-30', timeZone: 'Europe/Lisbon' }

describe.each(engines)('reports.chats on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
    await fill(app)
  })
  afterAll(() => app.close())

  const report = async (role: string, input: object = {}): Promise<Report> => {
    const { data, refusal } = await app.as(role).get<Report>('reports.chats', { ...good, ...input })
    expect(refusal).toBeUndefined()
    return data
  }

  keepsContract(() => app, {
    path: 'reports.chats',
    type: 'get',
    permission: 'reports.view',
    good: () => good,
    bad: {
      from: ['2025-02-30', '2025-3-1', '2026-01-01', '2024-04-29', 'today', 7, null],
      to: ['2025-02-28', '2026-03-02', '', null],
      timeZone: ['Mars/Olympus', '+01:00', "UTC'--", 'x'.repeat(65), '', 7, null],
    },
  })

  it('has a row for every day, and 0 where nothing was', async () => {
    const { days, total, ...span } = await report('Supervisor', { from: '1999-12-25', to: '2000-01-02' })
    expect(span).toEqual({ from: '1999-12-25', to: '2000-01-02', timeZone: 'Europe/Lisbon' })
    expect(days.map(({ day }) => day)).toEqual(
      [25, 26, 27, 28, 29, 30, 31].map((n) => `1999-12-${n}`).concat('2000-01-01', '2000-01-02'),
    )
    expect(days.every((day) => day.chats === 0 && day.answered === 0 && day.firstResponse === null)).toBe(true)
    expect(total).toEqual({ chats: 0, answered: 0, firstResponse: null })
    expect((await report('Supervisor', { from: '2024-01-01', to: '2024-12-31' })).days).toHaveLength(366)
  })

  it.each(['0000-07-09', '1969-12-31', '9999-12-31'])(
    'refuses %s, which has no beginning in every zone',
    async (on) => {
      const { status, refusal } = await app.as('Administrator').get('reports.chats', { ...good, from: on, to: on })
      expect([status, refusal.fields?.map(({ path }) => path)]).toEqual([400, ['from', 'to']])
    },
  )

  it('gives the median, not the mean, and each day its own', async () => {
    const { days, total } = await report('Administrator', { from: '2025-03-10', to: '2025-03-11', timeZone: 'UTC' })
    expect(days).toEqual([
      { day: '2025-03-10', chats: 4, answered: 3, firstResponse: 60 },
      { day: '2025-03-11', chats: 2, answered: 2, firstResponse: 45 },
    ])
    expect(total).toEqual({ chats: 6, answered: 5, firstResponse: 60 })
  })

  it.each(['UTC', 'Europe/Lisbon', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati', 'America/St_Johns'])(
    'counts in %s as the database itself would',
    async (timeZone) => {
      const { days } = await report('Administrator', { timeZone })
      const counted = await app.database.tenant(app.seed.accountId, (tx) =>
        sql<{ day: string; chats: number }>`
          select day, count(*)::int as chats
          from (select (created_at at time zone ${timeZone})::date::text as day from chat) as local
          where day between ${good.from} and ${good.to} group by day order by day`.execute(tx),
      )
      expect(days.filter(({ chats }) => chats > 0).map(({ day, chats }) => ({ day, chats }))).toEqual(counted.rows)
      expect(counted.rows.length).toBeGreaterThan(50)
    },
  )

  it('counts within a narrow scope only what that scope sees', async () => {
    const all = await report('Administrator')
    expect((await app.as('Chats').get('reports.chats', good)).refusal).toMatchObject({ permission: 'reports.view' })
    const free = await report('Free')
    const mine = await report('Mine')
    expect(mine.total).toEqual({ chats: 0, answered: 0, firstResponse: null })
    expect(free.total.chats).toBeGreaterThan(0)
    expect(free.total.chats).toBeLessThan(all.total.chats)
    const open = await app.database.tenant(app.seed.accountId, (tx) =>
      tx
        .selectFrom('chat')
        .select('id')
        .where('assignee_id', 'is', null)
        .where('created_at', '>=', new Date('2025-03-01T00:00:00Z'))
        .where('created_at', '<', new Date('2025-04-30T23:00:00Z'))
        .execute(),
    )
    expect(free.total.chats).toBe(open.length)
  })
})

/** 600 chats over the switch to summer time in both hemispheres, and two days with figures to be checked by hand. */
async function fill({ database, seed }: StartedApi): Promise<void> {
  const { accountId, contacts, members } = seed
  const chat = (at: number, answeredAfter: number | null, assignee_id: string | null) => ({
    account_id: accountId,
    id: crypto.randomUUID(),
    contact_id: contacts[0]?.id ?? '',
    assignee_id,
    created_at: new Date(at),
    active_at: new Date(at),
    first_reply_at: answeredAfter === null ? null : new Date(at + answeredAfter * 1000),
  })
  const start = Date.parse('2025-02-26T00:00:00Z')
  const spread = Array.from({ length: 600 }, (_, n) => start + n * 9_400_000 + (n % 7) * 61_000)
    .filter((at) => !['2025-03-10', '2025-03-11'].includes(new Date(at).toISOString().slice(0, 10)))
    .map((at, n) => chat(at, n % 3 ? n : null, n % 2 ? members.Agent.id : null))
  const tenth = Date.parse('2025-03-10T12:00:00Z')
  const known = [
    ...[30, 60, 9_000, null].map((seconds) => chat(tenth, seconds, members.Agent.id)),
    ...[20, 70].map((seconds) => chat(tenth + 86_400_000, seconds, members.Agent.id)),
  ]
  await database.tenant(accountId, (tx) =>
    tx
      .insertInto('chat')
      .values([...spread, ...known])
      .execute(),
  )
}
