import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { asOwner, engines, freshDatabase, type Seed, seedAccount } from '../testing/index.ts'
import { type Roles, rolesOf } from '../wall/names.ts'
import { contactMatches, mostMatches } from './search.ts'

describe.each(engines)('searching contacts on %s', (engine) => {
  let database: Database
  let mine: Seed
  let theirs: Seed
  beforeAll(async () => {
    // One connection: it is the one that counts its index scans.
    database = await freshDatabase(engine, { poolSize: 1 })
    mine = await seedAccount(database, { chats: false })
    theirs = await seedAccount(database, { chats: false })
    for (const { accountId } of [mine, theirs])
      await database.tenant(accountId, (tx) =>
        tx
          .insertInto('contact')
          .values(people.map(row(accountId)))
          .execute(),
      )
  })
  afterAll(() => database.close())

  const people = [
    { name: 'Annabel Øster', email: 'bel@sea.example', phone: null, tags: ['VIP'] },
    { name: 'Bob 100% Cotton', email: null, phone: '+44 20 7946 0101', tags: [] },
    { name: 'snake_case', email: 'cotton@mill.example', phone: null, tags: ['wholesale', 'bel air'] },
    { name: String.raw`back\slash`, email: null, phone: null, tags: [] },
  ]
  const row = (account_id: string) => (person: (typeof people)[number], i: number) => ({
    ...person,
    account_id,
    id: randomUUID(),
    data: '{}',
    last_seen_at: new Date(Date.UTC(2026, 0, 1, 0, 10 - i)),
  })
  const search = (needle: string, details: boolean, accountId = mine.accountId) =>
    database.tenant(accountId, async (tx) => {
      const found = await tx
        .selectFrom('contact')
        .select(['name', 'account_id'])
        .where('id', 'in', contactMatches(needle, details))
        .orderBy('last_seen_at', 'desc')
        .execute()
      expect(new Set(found.map((contact) => contact.account_id)).size).toBeLessThanOrEqual(1)
      return found.map((contact) => contact.name)
    })

  test.each([
    ['ANNA', false, ['Annabel Øster']],
    ['øst', false, ['Annabel Øster']],
    ['bel', false, ['Annabel Øster', 'snake_case']],
    ['bel', true, ['Annabel Øster', 'snake_case']],
    ['vip', false, ['Annabel Øster']],
    ['sea.example', false, []],
    ['sea.example', true, ['Annabel Øster']],
    ['7946', false, []],
    ['7946', true, ['Bob 100% Cotton']],
    ['cotton', false, ['Bob 100% Cotton']],
    ['cotton', true, ['Bob 100% Cotton', 'snake_case']],
    ['100%', true, ['Bob 100% Cotton']],
    ['%', false, ['Bob 100% Cotton']],
    ['_', true, ['snake_case']],
    ['\\', true, [String.raw`back\slash`]],
    ['sterVIP', true, []],
    ['nobody', true, []],
  ])('%s, details %s', async (needle, details, names) => {
    expect(await search(needle, details)).toEqual(names)
  })

  test('finds in the account that is entered, and nothing without one', async () => {
    const ids = (db = database.db) =>
      sql<{ id: string }>`select contact_matches('a', true, 100, 100) as id`
        .execute(db)
        .then((r) => r.rows.map((x) => x.id))
    expect(await ids()).toEqual([])
    const [own, other] = await Promise.all(
      [mine, theirs].map(({ accountId }) => database.tenant(accountId, (tx) => ids(tx))),
    )
    expect(own).toHaveLength(3)
    expect(other).toHaveLength(3)
    expect(own?.filter((id) => other?.includes(id))).toEqual([])
  })

  test('its role may read these columns and delete events, nothing else, and nobody can become it', async () => {
    const { rows: who } = await sql<Roles>`select current_user as runtime, pg_get_userbyid(proowner) as search
      from pg_proc where proname = 'contact_matches'`.execute(database.db)
    const { search: role } = who[0] as Roles
    expect(who).toEqual([rolesOf(who[0]?.runtime ?? '')])
    const { rows } = await sql<{ table: string; reads: string[]; writes: string[] }>`
      select relname as table,
        array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
          and has_column_privilege(${role}, c.oid, attnum, 'select') order by 1) as reads,
        array(select act from unnest(array['insert', 'update', 'delete', 'truncate']) act
          where has_table_privilege(${role}, c.oid, act)) as writes
      from pg_class c where relkind = 'r' and relnamespace = any(array['rolecall', 'rolecall_jobs']::regnamespace[])
        and (has_any_column_privilege(${role}, oid, 'select, insert, update')
          or has_table_privilege(${role}, oid, 'insert, update, delete, truncate'))
      order by 1`.execute(database.db)
    const chat = ['account_id', 'active_at', 'assignee_id', 'contact_id', 'department_id', 'id', 'status']
    expect(rows).toEqual([
      { table: 'chat', reads: chat, writes: [] },
      { table: 'contact', reads: ['account_id', 'email', 'id', 'last_seen_at', 'name', 'phone', 'tags'], writes: [] },
      { table: 'event', reads: ['account_id', 'at', 'id'], writes: ['delete'] },
      { table: 'event_cursor', reads: ['account_id', 'after', 'reader'], writes: [] },
      { table: 'message', reads: ['account_id', 'body', 'chat_id', 'id', 'kind'], writes: [] },
    ])
    const membership = sql<{
      member: boolean
    }>`select pg_has_role(${role}, 'member') as member`
    expect((await membership.execute(database.db)).rows).toEqual([{ member: false }])
  })

  test('in an account with many: the rare one from long ago by the trigram indexes, of the common ones the newest', async () => {
    const { accountId } = await seedAccount(database, { chats: false })
    for (const start of [0, 1, 2, 3, 4])
      await database.tenant(accountId, (tx) =>
        sql`insert into contact (account_id, id, name, email, last_seen_at)
          select ${accountId}::uuid, gen_random_uuid(), 'Nr ' || n || ' ' || md5(n::text), md5((-n)::text) || '@example.test',
            timestamptz '2026-01-01' - n * interval '1 minute'
          from generate_series(${start * 3000 + 1}::int, ${start * 3000 + 3000}::int) n`.execute(tx),
      )
    const scans = async () => {
      // Written down when the connection that counts next rests.
      await sql`select pg_stat_force_next_flush()`.execute(database.db)
      await database.ping()
      return await asOwner(database, async (db) => {
        await sql`select pg_stat_clear_snapshot()`.execute(db)
        const { rows } = await sql<{ name: string; scans: number }>`
          select indexrelname as name, idx_scan as scans from pg_stat_user_indexes
          where indexrelname in ('contact_open_text', 'contact_closed_text') order by 1`.execute(db)
        return rows.map((row) => row.scans)
      })
    }
    await asOwner(database, (db) => sql`analyze contact`.execute(db))
    const before = await scans()
    const common = await search('example', true, accountId)
    expect(common).toHaveLength(mostMatches)
    expect(common.map((name) => Number(name.split(' ')[1]))).toEqual(common.map((_, i) => i + 1))
    expect(await scans()).toEqual(before)
    const needle = createHash('md5').update('-14777').digest('hex').slice(3, 15)
    expect((await search(needle, true, accountId)).map((name) => name.split(' ')[1])).toEqual(['14777'])
    expect((await search('Nr 99', false, accountId)).map((name) => Number(name.split(' ')[1]))).toEqual(
      Array.from({ length: 15000 }, (_, i) => i + 1).filter((n) => String(n).startsWith('99')),
    )
    expect(await scans()).toEqual(before.map((count, i) => count + i + 1))
  })
})
