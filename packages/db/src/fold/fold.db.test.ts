import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../connect/connect.ts'
import type { Database } from '../connect/database.ts'
import { databaseUrl } from '../testing/address.ts'
import { seedAccount } from '../testing/index.ts'
import { query } from '../testing/query.ts'
import { ownPostgres, type TestServer } from '../testing/server.ts'

// What is one name, and what is found, is the same in every database, whatever locale it was made with.
const locales = {
  C: `locale_provider libc locale 'C'`,
  Turkish: `locale_provider icu icu_locale 'tr' locale 'C'`,
  'of our own time': `locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`,
}

describe('capitals and small letters', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await ownPostgres()
  })
  afterAll(() => server.stop())

  describe.each(Object.entries(locales))('in a database that is %s', (name, locale) => {
    let database: Database
    let accountId: string
    const people = ['JÜRGEN Ärger', 'ISIL Demir', 'Øystein']
    beforeAll(async () => {
      const place = `fold_${name.slice(0, 1).toLowerCase()}`
      await query(server.url, `create database ${place} encoding 'UTF8' template template0 ${locale}`)
      database = await connect({ url: databaseUrl(server.url, place) })
      ;({ accountId } = await seedAccount(database, { chats: false }))
      await database.tenant(accountId, (tx) =>
        tx
          .insertInto('contact')
          .values(
            people.map((who) => ({
              ...{ account_id: accountId, id: randomUUID(), name: who, data: '{}', tags: [], last_seen_at: new Date() },
              email: `${who.split(' ')[0]}@X.EXAMPLE`,
            })),
          )
          .execute(),
      )
    })
    afterAll(() => database.close())

    test.each([
      ['jürgen', 'JÜRGEN Ärger'],
      ['ärg', 'JÜRGEN Ärger'],
      ['isil@', 'ISIL Demir'],
      ['ISIL@', 'ISIL Demir'],
      ['øystein@x', 'Øystein'],
    ])('%s finds %s', async (needle, who) => {
      // Among those seen last, and by the index, behind the one seen last.
      for (const newest of [10, 1]) {
        const { rows } = await database.tenant(accountId, (tx) =>
          sql<{ name: string }>`select name from contact
            where id in (select contact_matches(${needle}, true, 10, ${newest}))`.execute(tx),
        )
        expect(rows).toEqual([{ name: who }])
      }
    })

    test('two departments are not called Ärger and ärger', async () => {
      const add = (department: string) =>
        database.tenant(accountId, (tx) =>
          tx.insertInto('department').values({ account_id: accountId, id: randomUUID(), name: department }).execute(),
        )
      await add('Ärger')
      await expect(add('ärger')).rejects.toMatchObject({ code: '23505' })
    })
  })
})
