import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { asOwner, engines, freshDatabase, type Seed, seedAccount } from '../testing/index.ts'
import { seedRecords } from '../testing/records.ts'
import { told } from '../testing/told.ts'
import { countIn, undone } from '../testing/undone.ts'
import { shared } from './table-holes.ts'

interface Column {
  table: string
  name: string
  type: string
}

// Law 4, table by table: which tables there are and what columns they have is asked of the database itself, so a new
// table is tried without an edit here; that it has rows to try with is for its noun's seed.ts.
describe.each(engines)('the tenant wall on %s', (engine) => {
  let database: Database
  let mine: Seed
  let theirs: Seed
  let columns: Map<string, Column[]>

  beforeAll(async () => {
    database = await freshDatabase(engine)
    mine = await seedAccount(database)
    theirs = await seedAccount(database)
    await seedRecords(database, mine)
    await seedRecords(database, theirs)
    const { rows } = await sql<Column>`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and c.relnamespace = 'rolecall'::regnamespace
        and has_table_privilege(c.oid, 'select') and c.relname <> all (${sql.val(shared)}::text[])
      order by c.relname, a.attnum`.execute(database.db)
    columns = Map.groupBy(rows, (row) => row.table)
  })
  afterAll(() => database.close())

  const key = (table: string) => sql.ref(table === 'account' ? 'id' : 'account_id')
  const of = (table: string, seed: Seed) => sql<boolean>`${key(table)} = ${seed.accountId}`
  const eachTable = async <T>(look: (table: string) => Promise<T>): Promise<Record<string, T>> => {
    const found: Record<string, T> = {}
    for (const table of columns.keys()) found[table] = await look(table)
    return found
  }
  const everywhere = <T>(value: T): Record<string, T> => Object.fromEntries([...columns.keys()].map((t) => [t, value]))
  /** Rows touched, 'denied' or the error: in my account, and undone. */
  const attempt = (statement: RawBuilder<unknown>) =>
    undone(database, mine.accountId, (db) =>
      statement.execute(db).then(
        ({ numAffectedRows }) => Number(numAffectedRows ?? 0n),
        (error: { code?: string }) => (error.code === '42501' ? 'denied' : JSON.stringify(error)),
      ),
    )

  test('stands around all tables of tables.ts but those that are named as shared', () => {
    const ours = new Set(told().map(({ table }) => table))
    expect([...columns.keys(), ...shared].toSorted()).toEqual([...ours].toSorted())
    expect(columns.size).toBeGreaterThan(15)
  })

  test('without an account nothing is seen, in any of them, though both accounts have rows', async () => {
    expect(await eachTable((table) => countIn(database.db, table))).toEqual(everywhere(0))
    const behind = await eachTable((table) => asOwner(database, (db) => countIn(db, table)))
    expect(Object.values(behind).filter((count) => count < 2)).toEqual([])
  })

  test('reading: my rows, and none of theirs, in any of them', async () => {
    const counts = await eachTable((table) =>
      undone(database, mine.accountId, async (db) => ({
        mine: (await countIn(db, table, of(table, mine))) > 0,
        theirs: await countIn(db, table, of(table, theirs)),
        anyoneElses: (await countIn(db, table)) - (await countIn(db, table, of(table, mine))),
      })),
    )
    expect(counts).toEqual(everywhere({ mine: true, theirs: 0, anyoneElses: 0 }))
  })

  test('updating and deleting: theirs cannot be reached, in any of them', async () => {
    const first = (table: string) => sql.ref(columns.get(table)?.[0]?.name ?? '')
    const outcomes = await eachTable(async (table) => [
      await attempt(sql`update ${sql.table(table)} set ${first(table)} = ${first(table)} where ${of(table, theirs)}`),
      await attempt(sql`delete from ${sql.table(table)} where ${of(table, theirs)}`),
    ])
    expect(Object.entries(outcomes).filter(([, both]) => both.some((o) => o !== 0 && o !== 'denied'))).toEqual([])
    const left = await eachTable((table) => asOwner(database, (db) => countIn(db, table, of(table, theirs))))
    expect(Object.values(left).filter((count) => count === 0)).toEqual([])
  })

  test('inserting: a copy of their row is refused, in any of them', async () => {
    const outcomes = await eachTable(async (table) => {
      const row = await asOwner(database, async (db) => {
        const { rows } = await sql<{ row: object }>`
          select to_jsonb(t) as row from ${sql.table(table)} t where ${of(table, theirs)} limit 1`.execute(db)
        return rows[0]?.row
      })
      const account = table === 'account' ? { id: randomUUID() } : { account_id: theirs.accountId }
      const shape = sql.join((columns.get(table) ?? []).map((c) => sql`${sql.ref(c.name)} ${sql.raw(c.type)}`))
      const names = sql.join((columns.get(table) ?? []).map((c) => sql.ref(c.name)))
      return await attempt(sql`insert into ${sql.table(table)} (${names})
        select * from jsonb_to_record(${JSON.stringify({ ...row, ...account })}::jsonb) as r(${shape})`)
    })
    expect(outcomes).toEqual(everywhere('denied'))
  })

  test('moving rows of mine into their account is refused, in any of them', async () => {
    const move = (table: string) => attempt(sql`update ${sql.table(table)} set ${key(table)} = ${theirs.accountId}`)
    expect(await eachTable(move)).toEqual(everywhere('denied'))
  })

  test('earlier versions of a role stay as they were', async () => {
    expect(await attempt(sql`update role_version set permissions = '{inbox.delete}'`)).toBe('denied')
    expect(await attempt(sql`delete from role_version`)).toBe('denied')
  })

  test('the audit log can only grow, and events can only be forgotten when old', async () => {
    expect(await attempt(sql`update audit set at = now()`)).toBe('denied')
    expect(await attempt(sql`delete from audit`)).toBe('denied')
    expect(await attempt(sql`update event set at = now()`)).toBe('denied')
    expect(await attempt(sql`delete from event`)).toBe(0)
    await asOwner(database, (db) => sql`update event set at = now() - interval '61 minutes' where id = 1`.execute(db))
    expect(await attempt(sql`delete from event`)).toBe(1)
  })
})
