import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Tx } from '../connect/database.ts'
import { asOwner, engines, freshDatabase, type Seed, seedAccount } from '../testing/index.ts'
import { seedRecords } from '../testing/records.ts'
import { countIn } from '../testing/undone.ts'

describe.each(engines)('keys on %s', (engine) => {
  let database: Database
  let mine: Seed
  let theirs: Seed
  beforeAll(async () => {
    database = await freshDatabase(engine)
    mine = await seedAccount(database)
    theirs = await seedAccount(database)
    await seedRecords(database, mine)
  })
  afterAll(() => database.close())

  test('primary, unique and foreign keys of walled tables carry the account', async () => {
    const { rows } = await asOwner(database, (db) =>
      sql<{ name: string; table: string }>`
        select c.conname as name, c.conrelid::regclass::text as table
        from pg_constraint c join pg_class t on t.oid = c.conrelid
        where t.relforcerowsecurity and t.relname <> 'account' and c.contype in ('p', 'u', 'f')
          and (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) <> 'account_id'`.execute(
        db,
      ),
    )
    // A person is no row of an account.
    expect(rows).toEqual([{ name: 'member_user_id_fkey', table: 'member' }])
  })

  test('a row of mine cannot point at a row of theirs', async () => {
    const chat = { account_id: mine.accountId, id: randomUUID(), active_at: new Date() }
    const contact_id = theirs.contacts[0]?.id ?? ''
    const department_id = theirs.departments.sales
    const belongs = { account_id: mine.accountId, department_id, member_id: mine.members.Agent.id }
    const cases = [
      (tx: Tx) =>
        tx
          .insertInto('chat')
          .values({ ...chat, contact_id })
          .execute(),
      (tx: Tx) => tx.insertInto('department_member').values(belongs).execute(),
    ]
    for (const insert of cases)
      await expect(database.tenant<unknown>(mine.accountId, insert)).rejects.toMatchObject({ code: '23503' })
  })

  test('deleting a contact erases their chats, messages, keys and read marks, and nobody else’s', async () => {
    const [contact] = mine.contacts.filter((c) => c.chatId === mine.chats.agents)
    const tables = ['chat', 'message', 'visitor', 'chat_read', 'contact']
    const count = () =>
      database.tenant(mine.accountId, async (tx) => {
        const counts: number[] = []
        for (const table of tables) counts.push(await countIn(tx, table))
        return counts
      })
    const before = await count()
    await database.tenant(mine.accountId, (tx) =>
      tx
        .deleteFrom('contact')
        .where('id', '=', contact?.id ?? '')
        .execute(),
    )
    const after = await count()
    expect(before.map((n, i) => n - (after[i] ?? 0))).toEqual([1, 4, 1, 1, 1])
  })

  test('a department or member that goes is not gone from its chats: nobody’s they would be everybody’s', async () => {
    await database.tenant(mine.accountId, async (tx) => {
      const { sales } = mine.departments
      const { Agent } = mine.members
      const chat = tx.selectFrom('chat').select(['department_id', 'assignee_id']).where('id', '=', mine.chats.sales)
      await tx.updateTable('chat').set({ assignee_id: Agent.id }).where('id', '=', mine.chats.sales).execute()
      await tx.deleteFrom('department').where('id', '=', sales).execute()
      await tx.deleteFrom('member').where('id', '=', Agent.id).execute()
      expect(await chat.execute()).toEqual([{ department_id: sales, assignee_id: Agent.id }])
    })
  })

  test('a role that somebody holds cannot be deleted, and a default one cannot be given permissions', async () => {
    const { accountId, roles } = mine
    const remove = database.tenant(accountId, (tx) => tx.deleteFrom('role').where('id', '=', roles.Agent).execute())
    await expect(remove).rejects.toMatchObject({ code: '23503' })
    const widen = database.tenant(accountId, (tx) =>
      tx
        .updateTable('role')
        .set({ permissions: ['inbox.delete'] })
        .where('id', '=', roles.Support)
        .execute(),
    )
    await expect(widen).rejects.toMatchObject({ code: '23514' })
    for (const name of ['AGENT', '\u0410gent', 'Age\u200bnt']) {
      const double = database.tenant(accountId, (tx) =>
        tx.insertInto('role').values({ account_id: accountId, id: randomUUID(), name, preset: null }).execute(),
      )
      await expect(double).rejects.toMatchObject({ code: '23505' })
    }
  })
})
