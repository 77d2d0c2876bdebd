import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../tables.ts'
import { databaseUrl } from '../testing/address.ts'
import { asOwner, engines, freshFolder, owned, type Seed, seedAccount } from '../testing/index.ts'
import { query } from '../testing/query.ts'
import { seedRecords } from '../testing/records.ts'
import { makeReleased } from '../testing/released.ts'
import { ownPostgres, type TestServer } from '../testing/server.ts'
import { connect } from './connect.ts'
import type { Database } from './database.ts'
import { barePglite } from './pglite.ts'
import { types } from './postgres.ts'
import { transactions } from './transactions.ts'

/** What an owner finds: every table's rows by schema, and what is there of the version before. */
const standing = async (db: Kysely<Tables>) => {
  const { rows: tables } = await sql<{ schema: string; name: string; rows: string }>`
    select schemaname as schema, tablename as name, md5(query_to_xml(
        format('select * from %I.%I t order by t::text', schemaname, tablename), false, false, '')::text) as rows
    from pg_tables where schemaname in ('public', 'rolecall') and tablename not like 'kysely%' order by 1, 2`.execute(
    db,
  )
  const { rows: roles } = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname in ('rolecall_app', 'rolecall_search') order by 1`.execute(db)
  const { rows: functions } = await sql<{ name: string }>`
    select proname as name from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`.execute(db)
  return { tables, roles: roles.map(({ name }) => name), functions: functions.map(({ name }) => name) }
}

type Standing = Awaited<ReturnType<typeof standing>>
const rowsIn = ({ tables }: Standing, schema: string) =>
  Object.fromEntries(
    tables.filter((t) => t.schema === schema && t.name !== 'installation').map((t) => [t.name, t.rows]),
  )

describe.each(engines)('what the version before made on %s', { timeout: 120_000 }, (engine) => {
  let server: TestServer | undefined
  let folder: string | undefined
  let where: { url?: string; dataDir?: string }
  let seed: Seed
  let earlier: Standing

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
      const database = { db, ...transactions(db) } as Database
      seed = await seedAccount(database)
      await seedRecords(database, seed)
      earlier = await standing(db)
    })
  })
  afterAll(async () => {
    await server?.stop()
    if (folder) await rm(folder, { recursive: true })
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
    const found = await database.tenant(seed.accountId, (tx) => tx.selectFrom('chat').select('id').execute())
    expect(found).toHaveLength(6)
    const now = await asOwner(database, standing)
    await database.close()
    expect(Object.keys(rowsIn(earlier, 'public')).length).toBeGreaterThan(25)
    expect(rowsIn(now, 'rolecall')).toEqual(rowsIn(earlier, 'public'))
    expect({ ...rowsIn(now, 'public'), roles: now.roles, functions: now.functions }).toEqual({
      roles: [],
      functions: [],
    })

    await (await connect(where)).close()
    expect(await behind(standing)).toEqual(now)
  })
})
