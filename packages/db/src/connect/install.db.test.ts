import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseUrl } from '../testing/address.ts'
import { seedAccount } from '../testing/index.ts'
import { start } from '../testing/process.ts'
import { query } from '../testing/query.ts'
import { ownPostgres, type TestServer } from '../testing/server.ts'
import { type ConnectOptions, connect } from './connect.ts'

// A server of its own, on which nobody has ever started Rolecall: roles belong to the whole server.
describe('the first start on a PostgreSQL server', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await ownPostgres()
  })
  afterAll(() => server.stop())

  const as = (user: string, database: string) => {
    const url = new URL(databaseUrl(server.url, database))
    url.username = user
    url.password = 'secret'
    return url.href
  }
  /** Opens, works, and closes again. */
  const serves = async (options: ConnectOptions) => {
    const database = await connect(options)
    const { accountId } = await seedAccount(database)
    const seen = await database.tenant(accountId, (tx) => tx.selectFrom('chat').select('id').execute())
    expect(seen).toHaveLength(6)
    await database.close()
  }
  const sentence = async (options: ConnectOptions) => {
    const refused = await connect(options).catch((error: unknown) => error as Error)
    expect(refused).toBeInstanceOf(Error)
    expect(['CannotServe', 'NoWall']).toContain((refused as Error).name)
    return (refused as Error).message
  }

  test('four processes at once on an empty database, and four on another: all open, each with a role of its own', async () => {
    await query(server.url, 'create database first')
    await query(server.url, 'create database second')
    const places = ['first', 'second'].map((name) => databaseUrl(server.url, name))
    const running = places.flatMap((url) => [1, 2, 3, 4].map(() => start('opener', url)))
    await Promise.all(running.map((process) => process.ended))
    expect(running.map((process) => process.lines)).toEqual(running.map(() => ['opened']))
    const roles = await query(
      server.url,
      `select rolname as name from pg_roles where rolname ~ '^rolecall_app' order by 1`,
    )
    expect(roles.map(({ name }) => name)).toEqual(['rolecall_app_first', 'rolecall_app_second'])
    const passwords = await query(
      server.url,
      `select rolpassword as kept from pg_authid where rolname ~ '^rolecall_app'`,
    )
    for (const { kept } of passwords) expect(kept).toMatch(/^SCRAM-SHA-256\$/)
    expect(new Set(passwords.map(({ kept }) => kept)).size).toBe(2)
  })

  test('a process that starts later throws nobody out', async () => {
    const url = databaseUrl(server.url, 'first')
    const running = await connect({ url, poolSize: 1 })
    await (await connect({ url })).close()
    // A new connection, with the password that it was given at its start.
    await query(server.url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'first'`)
    await running.ping().catch(() => {})
    await running.ping()
    await running.close()
  })

  test('nobody is signed in but the walled role, once it serves', async () => {
    const url = databaseUrl(server.url, 'first')
    const database = await connect({ url, poolSize: 3 })
    const stop = await database.listen(() => {})
    await Promise.all([1, 2, 3].map(() => database.ping()))
    const signedIn = await query(
      server.url,
      `select distinct usename as name from pg_stat_activity where datname = 'first' and backend_type = 'client backend'`,
    )
    expect(signedIn).toEqual([{ name: 'rolecall_app_first' }])
    await stop()
    await database.close()
  })

  test('nothing of ours, and no right of our roles, is in public', async () => {
    const url = databaseUrl(server.url, 'second')
    const held = await query(
      url,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
        union all select proname from pg_proc where pronamespace = 'public'::regnamespace
        union all select r.rolname from pg_namespace n, aclexplode(n.nspacl) a join pg_roles r on r.oid = a.grantee
          where nspname = 'public' and r.rolname like 'rolecall%'`,
    )
    expect(held).toEqual([])
  })

  test('what a host keeps beside it, under the same names and open to all, is left alone', async () => {
    await query(server.url, 'create database hosts')
    const url = databaseUrl(server.url, 'hosts')
    await query(
      url,
      `create table account (id int); create table kysely_migration (name text);
      insert into kysely_migration values ('2020_first'); grant all on account to public;
      grant create on schema public to public; create schema theirs; create table theirs.contact (name text);
      create function peek() returns int language sql security definer as 'select 1'`,
    )
    await serves({ url })
    await serves({ url })
    const left = await query(
      url,
      `select count(*)::int as tables, has_schema_privilege('public', 'public', 'create') as open
      from pg_tables where schemaname = 'public'`,
    )
    expect(left).toEqual([{ tables: 2, open: true }])
  })

  test('a database that was renamed or copied gets roles of its own', async () => {
    await query(server.url, 'create database copied template first')
    await serves({ url: databaseUrl(server.url, 'copied') })
    await query(server.url, 'alter database second rename to renamed')
    await serves({ url: databaseUrl(server.url, 'renamed') })
    await query(server.url, 'drop role rolecall_app_second, rolecall_search_rolecall_app_second')
    await serves({ url: databaseUrl(server.url, 'renamed') })
    await serves({ url: databaseUrl(server.url, 'first') })
  })

  test('a user who may make roles but is no superuser needs nobody else', async () => {
    await query(server.url, `create role maker login createrole password 'secret'`)
    await query(server.url, 'create database third owner maker')
    await serves({ url: as('maker', 'third') })
    await serves({ url: as('maker', 'third') })
  })

  test('a user who may not gets the statements to run, and then serves by two addresses', async () => {
    await query(server.url, `create role plain login password 'secret'`)
    await query(server.url, 'create database fourth owner plain')
    const [, statements = ''] = /run: (.*;) Then/.exec(await sentence({ url: as('plain', 'fourth') })) ?? []
    for (const statement of statements.replace('(one of your own)', 'secret').split('; '))
      await query(server.url, statement)
    const two = { url: as('rolecall_app_fourth', 'fourth'), migrateUrl: as('plain', 'fourth') }
    await serves(two)
    await serves(two)
  })

  test('a user who may make no schema gets the statement to run', async () => {
    await query(server.url, `create role guest login createrole password 'secret'`)
    await query(server.url, 'create database fifth')
    const [, statement = ''] = /run: (.*;)/.exec(await sentence({ url: as('guest', 'fifth') })) ?? []
    await query(server.url, statement)
    await serves({ url: as('guest', 'fifth') })
  })

  test.each([
    ['a superuser', `create role unfit superuser login password 'secret'`, 'is a superuser'],
    ['one of another role', `create role unfit login password 'secret' in role maker`, 'belongs to another role'],
    ['let past the wall', `create role unfit login bypassrls password 'secret'`, 'may bypass row-level security'],
    ['an owner', `create role unfit login password 'secret'; create schema own authorization unfit`, 'owns things'],
    ['not there', `select 1`, 'there is no role "unfit"'],
  ])('an address of its own is refused for a role that is %s', async (_, make, why) => {
    const url = as('unfit', 'first')
    await query(databaseUrl(server.url, 'first'), make)
    const said = await sentence({ url, migrateUrl: databaseUrl(server.url, 'first') })
    expect(said).toContain(why)
    expect(said).toContain('DATABASE_URL')
    await query(databaseUrl(server.url, 'first'), 'drop schema if exists own; drop role if exists unfit')
    await serves({ url: databaseUrl(server.url, 'first') })
  })

  test('both addresses of one user, or of two databases, are refused', async () => {
    const migrateUrl = databaseUrl(server.url, 'first')
    expect(await sentence({ url: migrateUrl, migrateUrl })).toContain('both of them sign in as "postgres"')
    await query(server.url, `create role apart login noinherit password 'secret'`)
    expect(await sentence({ url: as('apart', 'third'), migrateUrl })).toContain('They must be of the same')
  })

  test('what cannot hold every text is refused', async () => {
    await query(server.url, `create database latin encoding 'LATIN1' locale 'C' template template0`)
    expect(await sentence({ url: databaseUrl(server.url, 'latin') })).toContain('keeps text as LATIN1')
    await query(server.url, `create database ascii encoding 'SQL_ASCII' locale 'C' template template0`)
    expect(await sentence({ url: databaseUrl(server.url, 'ascii') })).toContain('keeps text as SQL_ASCII')
  })
})
