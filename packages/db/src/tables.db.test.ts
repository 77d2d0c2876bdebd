import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asOwner, engines, freshDatabase } from './testing/index.ts'
import { type Told, told } from './testing/told.ts'
import { ownersOnly } from './wall/names.ts'

/** Which PostgreSQL types each word of the table.ts files may stand for. */
const stores: [RegExp, string[]][] = [
  [/^(Instant|CreatedAt)$/, ['timestamptz']],
  [/^Json</, ['jsonb']],
  [/^string\[\]$/, ['_text', '_uuid']],
  [/^(string|'.*')$/, ['text', 'uuid']],
  [/^number$/, ['int4', 'int8']],
  [/^boolean$/, ['bool']],
]

describe.each(engines)('tables.ts and the schema on %s', (engine) => {
  test('tell of the same columns', async () => {
    const database = await freshDatabase(engine)
    const { rows: made } = await asOwner(database, (db) =>
      sql<Told>`
        select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          join pg_type t on t.oid = a.atttypid
        where c.relkind = 'r' and c.relnamespace = 'rolecall'::regnamespace
          and c.relname <> all (${sql.val(ownersOnly)}::text[])`.execute(db),
    )
    await database.close()
    const columns = told()
    const key = (column: Told) => `${column.table}.${column.name}${column.nullable ? '?' : ''}`
    expect(columns.length).toBeGreaterThan(100)
    expect(columns.map(key).toSorted()).toEqual(made.map(key).toSorted())
    const types = new Map(made.map((column) => [key(column), column.type]))
    for (const column of columns) {
      const [, allowed] = stores.find(([word]) => word.test(column.type)) ?? []
      expect(allowed, `${key(column)}: ${column.type}`).toContain(types.get(key(column)))
    }
  })
})
