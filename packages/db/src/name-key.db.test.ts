import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from './connect/database.ts'
import { keyed } from './name-key.ts'
import { asOwner, engines, freshDatabase, seedAccount } from './testing/index.ts'

describe.each(engines)('the key of a name on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  const keyOf = async (name: string) => {
    const { rows } = await sql<{ key: string }>`select name_key(${name}) as key`.execute(database.db)
    return rows[0]?.key
  }

  test.each([
    [
      'Night desk',
      [
        'night  desk',
        'NIGHT\u00a0DESK',
        'Night\u200b desk',
        '\uff2e\uff49\uff47\uff48\uff54 desk',
        'N\u0456ght de\u0455k\u3164',
      ],
    ],
    ['Administrator', ['\u0410dministrator', 'Admin\u0131str\u03b1tor', 'Admini\u00adstrator\ufe0f']],
    ['Ärger', ['ÄRGER', 'A\u0308rger']],
    ['Поддержка', ['ПОДДЕРЖКА']],
    ['Группа', ['ГРУППА']],
    ['Team 10', ['Team lO']],
  ])('%s is alike for all who read it so', async (name, others) => {
    const key = await keyOf(name)
    for (const other of others) expect([other, await keyOf(other)]).toEqual([other, key])
  })

  test('and other words are others', async () => {
    const words = [
      'Mail',
      'Mall',
      'Modern',
      'Modem',
      'Jose',
      'José',
      'Night desk',
      'Nightdesk',
      'Помощь',
      '夜班',
      '夜間',
      'Ärger',
    ]
    expect(new Set(await Promise.all(words.map(keyOf))).size).toBe(words.length)
  })

  test('names that were alike before there were keys stay, told apart, and no other joins them', async () => {
    const { accountId } = await seedAccount(database, { chats: false })
    const names = ['Desk', 'D\u0435sk', 'Desk\u200b']
    const run = (...statements: string[]) =>
      asOwner(database, async (db) => {
        for (const statement of statements) await sql.raw(statement).execute(db)
      })
    await run('alter table department drop column name_key', 'alter table department drop column name_tie')
    const add = (name: string) =>
      database.tenant(accountId, (tx) =>
        tx.insertInto('department').values({ account_id: accountId, id: randomUUID(), name }).execute(),
      )
    for (const name of names) await add(name)
    await run(...keyed('department'))
    const rows = await database.tenant(accountId, (tx) =>
      tx.selectFrom('department').select(['name', 'name_tie']).orderBy('name_tie').execute(),
    )
    expect(rows.map(({ name_tie }) => name_tie)).toEqual([0, 1, 2])
    expect(rows.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    await expect(add('DES\u041a')).rejects.toMatchObject({ code: '23505' })
  })
})
