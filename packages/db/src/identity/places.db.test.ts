import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findActorBySession } from '../actor/actor.ts'
import { barePglite, prepared } from '../connect/pglite.ts'
import { migrations } from '../migrations/index.ts'
import type { Tables } from '../tables.ts'
import { freshFolder, hashed } from '../testing/index.ts'
import { ensureRoles } from '../wall/roles.ts'

// A database as the version before left it: tokens as they are, one login to an address.

const [account, other, role, token] = [randomUUID(), randomUUID(), randomUUID(), 'the token in a cookie']
const ours = Object.keys(migrations).findLast((name) => name.endsWith('-identity')) ?? ''
let folder: string
let db: Kysely<Tables>
let close: () => Promise<void>
beforeAll(async () => {
  folder = await freshFolder()
  const pglite = await barePglite(join(folder, 'pglite'))
  const owner = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  await ensureRoles(owner)
  for (const [name, migration] of Object.entries(migrations)) {
    if (name < ours) await migration.up(owner as Kysely<unknown>)
  }
  const run = (text: string) => sql.raw(text).execute(owner)
  for (const id of [account, other]) {
    await run(`insert into account (id, name, plan) values ('${id}', 'Harbour Books', 'pro')`)
    await run(`insert into role (account_id, id, name, preset) values ('${id}', '${role}', 'Agent', 'Agent')`)
  }
  for (const who of ['one', 'both', 'gone'])
    await run(`insert into identity_user (id, name, email) values ('${who}', 'Una', '${who}@example.test')`)
  for (const [who, where] of [
    ['one', account],
    ['both', account],
    ['both', other],
  ])
    await run(
      `insert into member (account_id, id, user_id, role_id) values ('${where}', '${randomUUID()}', '${who}', '${role}')`,
    )
  await run(`insert into identity_session (id, user_id, account_id, token, expires_at)
    values ('s', 'one', '${account}', '${token}', now() + interval '1 day')`)
  await run(`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`)
  for (const name of Object.keys(migrations).filter((one) => one < ours))
    await run(`insert into kysely_migration values ('${name}', '2026-11-01T00:00:00Z')`)
  db = await prepared(pglite)
  close = () => pglite.close()
})
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

test('whoever is signed in stays so, and nothing is left that could be shown as a cookie', async () => {
  const rows = await db.selectFrom('identity_session').selectAll().execute()
  expect(rows).toMatchObject([{ token_hash: hashed(token) }])
  expect(JSON.stringify(rows)).not.toContain(token)
  const asked = (by: (tx: Kysely<Tables>) => Promise<unknown>) => db.transaction().execute(by)
  expect(await asked((tx) => findActorBySession(tx, hashed(token), true))).toMatchObject({ user_id: 'one' })
  // As a process of the version before asks, which is still running.
  const before = sql<object>`select * from member_by_session(${token}, 'share', null)`
  expect(await asked(async (tx) => (await before.execute(tx)).rows)).toMatchObject([{ user_id: 'one' }])
})

test('a login is good where it is: in its one account, or everywhere; one on no team has gone', async () => {
  const people = await db
    .selectFrom('identity_user')
    .select(['id', 'account_id', 'confirmed_at'])
    .orderBy('id')
    .execute()
  expect(people).toEqual([
    { id: 'both', account_id: null, confirmed_at: expect.any(Date) },
    { id: 'one', account_id: account, confirmed_at: null },
  ])
})

test('a token cannot be stored as it is', async () => {
  const row = { id: 't', user_id: 'one', account_id: account, expires_at: new Date(), updated_at: new Date() }
  const stored = db.insertInto('identity_session').values({ ...row, token_hash: 'as it is' })
  await expect(stored.execute()).rejects.toMatchObject({ code: '23514' })
})
