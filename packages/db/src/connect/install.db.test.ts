import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseUrl } from '../testing/address.ts'
import { seedAccount } from '../testing/index.ts'
import { start } from '../testing/process.ts'
import { query } from '../testing/query.ts'
import { ownPostgres, type TestServer } from '../testing/server.ts'
import { connect } from './connect.ts'

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

  test('four processes at once on an empty database, and four on another: all open', async () => {
    await query(server.url, 'create database first')
    await query(server.url, 'create database second')
    const places = ['first', 'second'].map((name) => databaseUrl(server.url, name))
    const running = places.flatMap((url) => [1, 2, 3, 4].map(() => start('opener', url)))
    await Promise.all(running.map((process) => process.ended))
    expect(running.map((process) => process.lines)).toEqual(running.map(() => ['opened']))
  })

  test('a user who may create roles but is no superuser needs nobody else', async () => {
    await query(server.url, `create role maker login createrole password 'secret'`)
    await query(server.url, 'drop database first')
    await query(server.url, 'drop database second')
    await query(server.url, 'drop role rolecall_app, rolecall_search')
    await query(server.url, 'create database third owner maker')
    const database = await connect({ url: as('maker', 'third') })
    const { accountId } = await seedAccount(database)
    const seen = await database.tenant(accountId, (tx) => tx.selectFrom('chat').select('id').execute())
    await database.close()
    expect(seen).toHaveLength(6)
    await (await connect({ url: as('maker', 'third') })).close()
  })

  test('a user who may not gets the statements to run; once they are run it works', async () => {
    await query(server.url, `create role plain login password 'secret'`)
    await query(server.url, 'create database fourth owner plain')
    const refused = await connect({ url: as('plain', 'fourth') }).catch((error) => error as Error)
    expect(refused).toBeInstanceOf(Error)
    const statements = /run: (.*)$/.exec((refused as Error).message)?.[1] ?? ''
    expect(statements).toContain('grant rolecall_app, rolecall_search to "plain"')
    for (const statement of statements.split(';').filter((s) => s.trim() && !s.includes('create role')))
      await query(server.url, statement)
    await (await connect({ url: as('plain', 'fourth') })).close()
  })
})
