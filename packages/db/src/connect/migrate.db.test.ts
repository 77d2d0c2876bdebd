import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { asOwner, engines, freshFolder, freshPostgres, owned, seedAccount } from '../testing/index.ts'
import { connect } from './connect.ts'

describe.each(engines)('the schema on %s', (engine) => {
  let where: { url?: string; dataDir?: string }
  let drop: () => Promise<void>
  beforeAll(async () => {
    if (engine === 'postgres') {
      const postgres = await freshPostgres()
      where = { url: postgres.url }
      drop = postgres.drop
    } else {
      const dataDir = await freshFolder()
      where = { dataDir }
      drop = () => rm(dataDir, { recursive: true, force: true })
    }
  })
  afterAll(() => drop())

  const open = async () => {
    const database = await connect(where)
    return where.url ? owned(database, where.url) : database
  }
  const applied = async () => {
    const database = await open()
    const { rows } = await asOwner(database, (db) =>
      sql<{ name: string }>`select name from rolecall.kysely_migration order by name`.execute(db),
    )
    await database.close()
    return rows.map((row) => row.name)
  }

  test('is brought up to date once; opening again changes nothing and keeps what is there', async () => {
    const names = Object.keys(migrations)
    expect(names).toEqual(names.toSorted())
    expect(await applied()).toEqual(names)
    const database = await connect(where)
    const { accountId } = await seedAccount(database)
    await database.close()
    expect(await applied()).toEqual(names)
    const again = await connect(where)
    const chats = await again.tenant(accountId, (tx) => tx.selectFrom('chat').select('id').execute())
    await again.close()
    expect(chats).toHaveLength(6)
  })

  test('the running server may not read or write which migrations ran', async () => {
    const database = await connect(where)
    await expect(sql`select * from rolecall.kysely_migration`.execute(database.db)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(sql`select * from rolecall.installation`.execute(database.db)).rejects.toMatchObject({ code: '42501' })
    await database.close()
  })

  test('of a newer version is refused with a sentence, and left as it is', async () => {
    const database = await open()
    await asOwner(database, (db) =>
      sql`insert into rolecall.kysely_migration values ('9999-telepathy', '2031-01-01T00:00:00Z')`.execute(db),
    )
    await database.close()
    await expect(connect(where)).rejects.toThrow(
      'This database was made by a newer Rolecall: it has had the change "9999-telepathy", which this version does not ' +
        'know. Start the newer version, or restore a backup made before the update.',
    )
    await expect(connect(where)).rejects.toMatchObject({ name: 'NewerSchema' })
  })
})
