import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findActorBySession, findActorByToken } from '../actor/actor.ts'
import type { Database } from '../connect/database.ts'
import type { Tables } from '../tables.ts'
import { asOwner, engines, freshDatabase, hashed, type Seed, seedAccount } from '../testing/index.ts'
import { countIn } from '../testing/undone.ts'
import { visitorSay } from '../visitor/say.ts'
import { findVisitor } from '../visitor/visitor.ts'
import { enterAccount, enterUser } from './enter.ts'

describe.each(engines)('entering on %s', (engine) => {
  let database: Database
  let mine: Seed
  let theirs: Seed
  beforeAll(async () => {
    database = await freshDatabase(engine)
    mine = await seedAccount(database)
    theirs = await seedAccount(database, { chats: false })
  })
  afterAll(() => database.close())

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
      expect(found).toHaveLength(2)
      expect(new Set(found.map((m) => m.account_id))).toEqual(new Set([mine.accountId, theirs.accountId]))
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
    const midway = database.tenant(mine.accountId, () => Promise.reject(new Error('midway')))
    await expect(midway).rejects.toThrow('midway')
    await expect(database.tenant(mine.accountId, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division')
    for (let i = 0; i < 20; i++) expect(await countIn(database.db, 'account')).toBe(0)
  })

  test('whoever is not the walled role is let in by none of the ways', async () => {
    const secretHash = mine.contacts[0]?.secretHash ?? ''
    const { accountId, members } = mine
    const ways: [string, (tx: Kysely<Tables>) => Promise<unknown>][] = [
      ['an account', (tx) => enterAccount(tx, accountId)],
      ['a person', (tx) => enterUser(tx, members.Agent.userId)],
      ['a session', (tx) => findActorBySession(tx, hashed(members.Agent.session), false)],
      ['a token', (tx) => findActorByToken(tx, accountId, 'none', false)],
      ['a visitor', (tx) => findVisitor(tx, accountId, secretHash)],
      ['a word', (tx) => visitorSay(tx, { accountId, secretHash, id: randomUUID(), body: 'hello' })],
    ]
    for (const [what, way] of ways) {
      const outcome = await asOwner(database, (db) => db.transaction().execute(way)).catch((error: unknown) => error)
      expect([what, outcome]).toMatchObject([
        what,
        { code: '42501', message: expect.stringContaining('does not stand behind the wall') },
      ])
    }
    // As the walled role each of them is let in.
    for (const [, way] of ways) await database.transaction(way)
  })

  test('there is no other way: nothing else sets which account it is', async () => {
    const { rows } = await sql<{ name: string }>`
      select proname as name from pg_proc where pronamespace = 'rolecall'::regnamespace and prokind = 'f'
        and pg_get_functiondef(oid) like '%set_config(''rolecall.%' order by 1`.execute(database.db)
    expect(rows.map(({ name }) => name)).toEqual(['enter_account', 'enter_user'])
  })
})
