import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { asOwner, engines, freshDatabase } from '../testing/index.ts'
import { inNames, type Roles, rolesOf } from './names.ts'
import { NoWall } from './role-holes.ts'
import { verifyWall } from './wall.ts'

const wall = `account_id = nullif(current_setting('rolecall.account', true), '')::uuid`

/** What is wrong, what the refusal names, how it is done, and how it is mended. */
const faults: [string, string, string[], string[]][] = [
  [
    'with row-level security off',
    '"contact"',
    ['alter table contact disable row level security'],
    ['alter table contact enable row level security'],
  ],
  [
    'with the owner excepted',
    '"contact"',
    ['alter table contact no force row level security'],
    ['alter table contact force row level security'],
  ],
  [
    'with the policy gone',
    '"message"',
    ['alter policy wall on message rename to gone'],
    ['alter policy gone on message rename to wall'],
  ],
  [
    'with a second, open policy',
    '"chat"',
    ['create policy open on chat for select using (true)'],
    ['drop policy open on chat'],
  ],
  [
    'with a policy that compares nothing',
    '"chat"',
    ['alter policy wall on chat using (true)'],
    [`alter policy wall on chat using (${wall})`],
  ],
  [
    'with a policy that lets everything in',
    '"chat"',
    ['alter policy wall on chat with check (true)'],
    [`alter policy wall on chat with check (${wall})`],
  ],
  [
    'with an unwalled table',
    '"loose"',
    ['create table loose (account_id uuid)', 'grant select on loose to rolecall_app'],
    ['drop table loose'],
  ],
  [
    'with a view around it',
    '"peek"',
    ['create view peek as select * from contact', 'grant select on peek to rolecall_app'],
    ['drop view peek'],
  ],
  [
    'with a view around it that stands elsewhere',
    '"peek"',
    ['create view public.peek as select * from contact', 'grant select on public.peek to public'],
    ['drop view public.peek'],
  ],
  [
    'with columns of an unwalled table',
    '"loose"',
    ['create table loose (account_id uuid)', 'grant select (account_id) on loose to rolecall_app'],
    ['drop table loose'],
  ],
  [
    'with a function that looks for names where its caller does',
    '"lost"',
    [`create function lost() returns bigint language sql as 'select count(*) from contact'`],
    ['drop function lost'],
  ],
  [
    'with the walled role in another',
    'belongs to another role',
    ['grant rolecall_search to rolecall_app'],
    ['revoke rolecall_search from rolecall_app'],
  ],
  [
    'with the walled role as an owner',
    'owns things',
    ['create schema theirs authorization rolecall_app'],
    ['drop schema theirs'],
  ],
  [
    'with the walled role let past every wall',
    'may bypass row-level security',
    ['alter role rolecall_app bypassrls'],
    ['alter role rolecall_app nobypassrls'],
  ],
  [
    "with a function that has its owner's rights",
    '"peer"',
    [`create function peer() returns bigint language sql security definer as 'select count(*) from contact'`],
    ['drop function peer'],
  ],
  [
    "with the search's policy given to everybody",
    '"contact"',
    ['alter policy search on contact to public'],
    ['alter policy search on contact to rolecall_search'],
  ],
  [
    'with the right to make tables',
    'may create tables',
    ['grant create on schema rolecall to rolecall_app'],
    ['revoke create on schema rolecall from rolecall_app'],
  ],
]

describe.each(engines)('the wall on %s does not pass as standing', (engine) => {
  let database: Database
  let mend: string[] = []
  let roles: Roles
  beforeAll(async () => {
    database = await freshDatabase(engine, { alone: true })
    const { rows } = await sql<{ runtime: string }>`select current_user as runtime`.execute(database.db)
    roles = rolesOf(rows[0]?.runtime ?? '')
  })
  afterAll(() => database.close())
  afterEach(async () => {
    await asOwner(database, async (db) => {
      for (const statement of mend) await sql.raw(inNames(statement, roles)).execute(db)
    })
    mend = []
    await verifyWall(database.db, engine === 'postgres')
  })

  test.each(faults)('%s', async (_, named, spoil, repair) => {
    mend = repair
    await asOwner(database, async (db) => {
      for (const statement of spoil) await sql.raw(inNames(statement, roles)).execute(db)
    })
    const verdict = await verifyWall(database.db, engine === 'postgres').catch((error: unknown) => error)
    expect(verdict).toBeInstanceOf(NoWall)
    expect(String(verdict)).toContain(named)
  })

  test('as the user who owns everything', async () => {
    const verdict = await asOwner(database, (db) => verifyWall(db, engine === 'postgres')).catch(
      (error: unknown) => error,
    )
    expect(verdict).toBeInstanceOf(NoWall)
    expect(String(verdict)).toContain('is a superuser')
  })
})
