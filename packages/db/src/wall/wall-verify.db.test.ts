import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { asOwner, engines, freshDatabase } from '../testing/index.ts'
import { NoWall, verifyWall } from './wall.ts'

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
    ['grant create on schema public to rolecall_app'],
    ['revoke create on schema public from rolecall_app'],
  ],
]

describe.each(engines)('the wall on %s does not pass as standing', (engine) => {
  let database: Database
  let mend: string[] = []
  beforeAll(async () => {
    database = await freshDatabase(engine, { alone: true })
  })
  afterAll(() => database.close())
  afterEach(async () => {
    await asOwner(database, async (db) => {
      for (const statement of mend) await sql.raw(statement).execute(db)
    })
    mend = []
    await verifyWall(database.db)
  })

  test.each(faults)('%s', async (_, named, spoil, repair) => {
    mend = repair
    await asOwner(database, async (db) => {
      for (const statement of spoil) await sql.raw(statement).execute(db)
    })
    const verdict = await verifyWall(database.db).catch((error: unknown) => error)
    expect(verdict).toBeInstanceOf(NoWall)
    expect(String(verdict)).toContain(named)
  })

  test('as the user who owns everything', async () => {
    const verdict = await asOwner(database, (db) => verifyWall(db)).catch((error: unknown) => error)
    expect(verdict).toBeInstanceOf(NoWall)
    expect(String(verdict)).toContain('is a superuser')
  })
})
