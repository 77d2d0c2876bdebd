import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../tables.ts'
import { databaseUrl } from '../testing/address.ts'
import { asOwner, engines, freshFolder, owned } from '../testing/index.ts'
import { query } from '../testing/query.ts'
import { makeReleased } from '../testing/released.ts'
import { account, releasedRows } from '../testing/released-rows.ts'
import { ownPostgres, type TestServer } from '../testing/server.ts'
import { ownersOnly } from '../wall/names.ts'
import { connect } from './connect.ts'
import { barePglite } from './pglite.ts'
import { types } from './postgres.ts'

/** What an owner finds: every table's rows by schema, and what is there of the version before. */
const standing = async (db: Kysely<Tables>) => {
  const { rows: names } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname in ('public', 'rolecall') and tablename <> all (${sql.val(ownersOnly)}::text[]) order by 1, 2`.execute(
    db,
  )
  const tables: Table[] = []
  for (const { schema, name } of names) {
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(t) as row from ${sql.table(`${schema}.${name}`)} t`.execute(db)
    tables.push({ schema, name, rows: rows.map(({ row }) => row) })
  }
  const { rows: roles } = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname in ('rolecall_app', 'rolecall_search') order by 1`.execute(db)
  const { rows: functions } = await sql<{ name: string }>`
    select proname as name from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`.execute(db)
  const { rows: jobs } = await sql<{ made: boolean }>`
    select to_regclass('rolecall_jobs.job') is not null as made`.execute(db)
  const due = jobs[0]?.made
    ? (await sql<{ n: number }>`select count(*)::int as n from rolecall_jobs.job where name = 'due'`.execute(db))
        .rows[0]?.n
    : undefined
  return { tables, due, roles: roles.map(({ name }) => name), functions: functions.map(({ name }) => name) }
}

type Row = Record<string, unknown>
interface Table {
  schema: string
  name: string
  rows: Row[]
}
const of = ({ tables }: { tables: Table[] }, schema: string) => tables.filter((table) => table.schema === schema)
/** The rows of these tables in the columns that both of them have: later changes add and take away. */
const kept = (these: Table[], those: Table[]) =>
  Object.fromEntries(
    these.map(({ name, rows }) => {
      const [like = {}] = those.find((table) => table.name === name)?.rows ?? []
      return [name, rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column in like)))]
    }),
  )

describe.each(engines)('what the version before made on %s', { timeout: 120_000 }, (engine) => {
  let server: TestServer | undefined
  let folder: string | undefined
  let where: { url?: string; dataDir?: string }
  let earlier: Awaited<ReturnType<typeof standing>>

  const behind = async <T>(look: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
    if (where.url === undefined) {
      const pglite = await barePglite(join(folder ?? '', 'pglite'))
      const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
      return await look(db).finally(() => db.destroy())
    }
    const pool = new Pool({ connectionString: where.url, max: 1, types })
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    return await look(db).finally(() => db.destroy())
  }

  beforeAll(async () => {
    if (engine === 'postgres') {
      server = await ownPostgres()
      await query(server.url, 'create database before')
      where = { url: databaseUrl(server.url, 'before') }
    } else {
      folder = await freshFolder()
      where = { dataDir: folder }
    }
    await behind(async (db) => {
      await makeReleased(db)
      for (const row of releasedRows) await sql.raw(row).execute(db)
      earlier = await standing(db)
    })
  })
  afterAll(async () => {
    await server?.stop()
    if (folder) await rm(folder, { recursive: true })
  })

  test('has a row in each of its tables', () => {
    expect(of(earlier, 'public').map(({ rows }) => rows.length)).toEqual(Array.from({ length: 27 }, () => 1))
  })

  test('is as it was where the first start fails halfway', async () => {
    // What cannot be moved, because its name is taken.
    await behind(async (db) => {
      await sql`create schema rolecall`.execute(db)
      await sql`create function rolecall.enter_account(the_account uuid) returns void language sql as 'select'`.execute(
        db,
      )
    })
    await expect(connect(where)).rejects.toMatchObject({
      name: 'CannotServe',
      message: expect.stringMatching(/made by an earlier Rolecall.*Nothing was changed/),
    })
    await behind(async (db) => {
      expect(await standing(db)).toEqual(earlier)
      await sql`drop schema rolecall cascade`.execute(db)
    })
  })

  test('is carried over with every row at the first start, and the second changes nothing', async () => {
    const database = await connect(where)
    if (where.url) owned(database, where.url)
    const found = await database.tenant(account, (tx) => tx.selectFrom('message').select('body').execute())
    expect(found).toEqual([{ body: 'Hello' }])
    const now = await asOwner(database, standing)
    await database.close()
    // What was an alarm is a job by now.
    const before = of(earlier, 'public').filter(({ name }) => name !== 'alarm')
    const after = of(now, 'rolecall')
    expect(now.due).toBe(of(earlier, 'public').find(({ name }) => name === 'alarm')?.rows.length)
    expect(kept(after, before)).toMatchObject(kept(before, after))
    expect({ ...now, due: 0, tables: of(now, 'public') }).toEqual({ tables: [], due: 0, roles: [], functions: [] })

    await (await connect(where)).close()
    expect(await behind(standing)).toEqual(now)
  })
})
