import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { enterAccount, enterUser } from './enter.ts'
import { asOwner, engines, freshDatabase, type Seed, seedAccount } from './testing/index.ts'
import { seedRecords } from './testing/records.ts'
import { NoWall, shared, verifyWall } from './wall.ts'

interface Column {
  name: string
  type: string
}

describe.each(engines)('the tenant wall on %s', (engine) => {
  let database: Database
  let mine: Seed
  let theirs: Seed
  /** Every table that the runtime role can touch and that is not shared, with its columns: from the catalogue. */
  let walled: Map<string, Column[]>

  beforeAll(async () => {
    database = await freshDatabase(engine)
    mine = await seedAccount(database)
    theirs = await seedAccount(database)
    await seedRecords(database, mine)
    await seedRecords(database, theirs)
    const { rows } = await sql<{ table: string; name: string; type: string }>`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and has_table_privilege('rolecall_app', c.oid, 'select') and c.relname <> all (${sql.val(shared)}::text[])
      order by c.relname, a.attnum`.execute(database.db)
    walled = Map.groupBy(rows, (row) => row.table)
  })
  afterAll(() => database.close())

  const count = async (db: Kysely<never>, table: string, where = sql`true`) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(db)
    return rows[0]?.n ?? -1
  }
  const key = (table: string) => sql.ref(table === 'account' ? 'id' : 'account_id')
  /** Runs as somebody of my account, then undoes it. */
  const attempt = async <T>(run: (db: Kysely<never>) => Promise<T>): Promise<T> => {
    let result: { value: T } | undefined
    const undo = new Error('undo')
    await database
      .tenant(mine.accountId, async (tx) => {
        result = { value: await run(tx as unknown as Kysely<never>) }
        throw undo
      })
      .catch((error) => {
        if (error !== undo) throw error
      })
    if (!result) throw new Error('nothing ran')
    return result.value
  }

  test('stands around all of these tables', () => {
    expect([...walled.keys()]).toEqual([
      'account',
      'api_token',
      'audit',
      'chat',
      'chat_read',
      'clock',
      'contact',
      'department',
      'department_member',
      'event',
      'member',
      'message',
      'role',
      'visitor',
    ])
  })

  test('without an account nothing is seen, in any of them', async () => {
    for (const table of walled.keys()) {
      expect(await count(database.db as never, table), table).toBe(0)
      expect(await asOwner(database, (db) => count(db as never, table)), table).toBeGreaterThan(1)
    }
  })

  test('reading: my rows, and none of theirs, in any of them', async () => {
    for (const table of walled.keys()) {
      const [own, all, foreign] = await attempt(async (db) => [
        await count(db, table, sql`${key(table)} = ${mine.accountId}`),
        await count(db, table),
        await count(db, table, sql`${key(table)} = ${theirs.accountId}`),
      ])
      expect(own, table).toBeGreaterThan(0)
      expect(all, table).toBe(own)
      expect(foreign, table).toBe(0)
    }
  })

  test('updating and deleting: theirs cannot be reached, in any of them', async () => {
    for (const [table, columns] of walled) {
      const verbs = [
        sql`update ${sql.table(table)} set ${sql.ref(columns[0]?.name ?? '')} = ${sql.ref(columns[0]?.name ?? '')}
          where ${key(table)} = ${theirs.accountId}`,
        sql`delete from ${sql.table(table)} where ${key(table)} = ${theirs.accountId}`,
      ]
      for (const verb of verbs) {
        const outcome = await attempt((db) =>
          verb.execute(db).then(
            (result) => Number(result.numAffectedRows ?? 0n),
            (error) => refusal(error),
          ),
        )
        expect([0, 'denied'], table).toContain(outcome)
      }
    }
    for (const table of walled.keys())
      expect(
        await asOwner(database, (db) => count(db as never, table, sql`${key(table)} = ${theirs.accountId}`)),
      ).toBeGreaterThan(0)
  })

  test('inserting: a copy of their row is refused, in any of them', async () => {
    for (const [table, columns] of walled) {
      const row = await asOwner(database, async (db) => {
        const { rows } = await sql<Record<string, unknown>>`
          select to_jsonb(t) as row from ${sql.table(table)} t where ${key(table)} = ${theirs.accountId} limit 1`.execute(
          db,
        )
        return rows[0]?.['row'] as Record<string, unknown>
      })
      const account = table === 'account' ? randomUUID() : theirs.accountId
      const copy = JSON.stringify({ ...row, [table === 'account' ? 'id' : 'account_id']: account })
      const shape = sql.join(columns.map((c) => sql`${sql.ref(c.name)} ${sql.raw(c.type)}`))
      const insert = sql`insert into ${sql.table(table)} select * from jsonb_to_record(${copy}::jsonb) as r(${shape})`
      const outcome = await attempt((db) =>
        insert.execute(db).then(
          () => 'written',
          (error) => refusal(error),
        ),
      )
      expect(outcome, table).toBe('denied')
    }
  })

  test('moving a row of mine into their account is refused, in any of them', async () => {
    for (const table of walled.keys()) {
      const move = sql`update ${sql.table(table)} set ${key(table)} = ${theirs.accountId}`
      const outcome = await attempt((db) =>
        move.execute(db).then(
          () => 'moved',
          (error) => refusal(error),
        ),
      )
      expect(outcome, table).toBe('denied')
    }
  })

  test('a row of mine cannot point at a row of theirs', async () => {
    const chat = { account_id: mine.accountId, id: randomUUID(), active_at: new Date() }
    const contact_id = mine.contacts[0]?.id ?? ''
    const cases = [
      { ...chat, contact_id: theirs.contacts[0]?.id ?? '' },
      { ...chat, contact_id, assignee_id: theirs.members.Agent.id },
      { ...chat, contact_id, department_id: theirs.departments.sales },
    ]
    for (const values of cases) {
      const insert = database.tenant(mine.accountId, (tx) => tx.insertInto('chat').values(values).execute())
      await expect(insert).rejects.toMatchObject({ code: '23503' })
    }
  })

  test('the audit log can only grow, and events can only be forgotten when old', async () => {
    for (const [table, verb] of [
      ['audit', 'update'],
      ['audit', 'delete'],
      ['event', 'update'],
    ] as const) {
      const statement =
        verb === 'update' ? sql`update ${sql.table(table)} set at = now()` : sql`delete from ${sql.table(table)}`
      expect(await attempt((db) => statement.execute(db).then(() => 'done', refusal)), `${verb} ${table}`).toBe(
        'denied',
      )
    }
    expect(await attempt(async (db) => Number((await sql`delete from event`.execute(db)).numAffectedRows))).toBe(0)
    await asOwner(database, (db) => sql`update event set at = now() - interval '61 minutes' where id = 1`.execute(db))
    expect(await attempt(async (db) => Number((await sql`delete from event`.execute(db)).numAffectedRows))).toBe(1)
  })

  test('a person finds their memberships, and only those, until an account is entered', async () => {
    const { userId } = mine.members.Agent
    await database.tenant(theirs.accountId, (tx) =>
      tx
        .insertInto('member')
        .values({ account_id: theirs.accountId, id: randomUUID(), user_id: userId, role_id: theirs.roles.Agent })
        .execute(),
    )
    await database.transaction(async (tx) => {
      await enterUser(tx, userId)
      const found = await tx.selectFrom('member').select(['account_id', 'user_id']).execute()
      expect(found.map((m) => m.account_id).sort()).toEqual([mine.accountId, theirs.accountId].sort())
      expect(new Set(found.map((m) => m.user_id))).toEqual(new Set([userId]))
      expect(await tx.selectFrom('account').select('id').execute()).toEqual([])
      const updated = await tx.updateTable('member').set({ hidden: true }).executeTakeFirst()
      expect(updated.numUpdatedRows).toBe(0n)
      await enterAccount(tx, mine.accountId)
      const inside = await tx.selectFrom('member').select('account_id').where('user_id', '=', userId).execute()
      expect(inside).toEqual([{ account_id: mine.accountId }])
    })
  })

  test('an account is left at the end of its transaction, also after an error', async () => {
    await database
      .tenant(mine.accountId, async () => {
        throw new Error('midway')
      })
      .catch(() => {})
    await expect(database.tenant(mine.accountId, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow()
    for (let i = 0; i < 20; i++) expect(await count(database.db as never, 'account')).toBe(0)
  })

  describe('does not pass as standing', () => {
    let mend: string[] = []
    afterEach(async () => {
      await asOwner(database, async (db) => {
        for (const statement of mend) await sql.raw(statement).execute(db)
      })
      mend = []
      await verifyWall(database.db)
    })

    test.each([
      [
        'with row-level security off',
        'contact',
        [`alter table contact disable row level security`],
        [`alter table contact enable row level security`],
      ],
      [
        'with the owner excepted',
        'contact',
        [`alter table contact no force row level security`],
        [`alter table contact force row level security`],
      ],
      [
        'with the policy gone',
        'message',
        [`alter policy wall on message rename to gone`],
        [`alter policy gone on message rename to wall`],
      ],
      [
        'with a second, open policy',
        'chat',
        [`create policy open on chat for select using (true)`],
        [`drop policy open on chat`],
      ],
      [
        'with a policy that compares nothing',
        'chat',
        [`alter policy wall on chat using (true)`],
        [`alter policy wall on chat using (account_id = nullif(current_setting('rolecall.account', true), '')::uuid)`],
      ],
      [
        'with an unwalled table',
        'loose',
        [`create table loose (account_id uuid)`, `grant select on loose to rolecall_app`],
        [`drop table loose`],
      ],
      [
        'with a view around it',
        'peek',
        [`create view peek as select * from contact`, `grant select on peek to rolecall_app`],
        [`drop view peek`],
      ],
      [
        'with the right to make tables',
        'may create',
        [`grant create on schema public to rolecall_app`],
        [`revoke create on schema public from rolecall_app`],
      ],
      [
        "with a function that has its owner's rights",
        '"peer"',
        [`create function peer() returns bigint language sql security definer as 'select count(*) from contact'`],
        [`drop function peer`],
      ],
      [
        "with the search's policy given to everybody",
        'contact',
        [`alter policy search on contact to public`],
        [`alter policy search on contact to rolecall_search`],
      ],
      [
        'with the runtime role in another role',
        'belongs to another role',
        [`grant pg_read_all_data to rolecall_app`],
        [`revoke pg_read_all_data from rolecall_app`],
      ],
    ])('%s', async (_, said, spoil, repair) => {
      mend = repair
      await asOwner(database, async (db) => {
        for (const statement of spoil) await sql.raw(statement).execute(db)
      })
      const verdict = await verifyWall(database.db).then(
        () => 'stands',
        (error) => error,
      )
      expect(verdict).toBeInstanceOf(NoWall)
      expect(String(verdict)).toContain(said)
    })

    test('as the user who owns everything', async () => {
      const verdict = await asOwner(database, (db) => verifyWall(db)).catch((error) => error)
      expect(verdict).toBeInstanceOf(NoWall)
      expect(String(verdict)).toContain('is a superuser')
    })
  })
})

function refusal(error: unknown): string {
  return (error as { code?: string }).code === '42501' ? 'denied' : String(error)
}
