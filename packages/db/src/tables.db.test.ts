import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asOwner, engines, freshDatabase } from './testing/index.ts'

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
}

/** Which PostgreSQL types each word of tables.ts may stand for. */
const stores: [RegExp, string[]][] = [
  [/^(Instant|CreatedAt)$/, ['timestamptz']],
  [/^Json</, ['jsonb']],
  [/^string\[\]$/, ['_text', '_uuid']],
  [/^(string|'.*')$/, ['text', 'uuid']],
  [/^number$/, ['int4', 'int8']],
  [/^boolean$/, ['bool']],
]

/** The columns as tables.ts tells them, read from its text: types are gone by the time a test runs. */
function told(): Column[] {
  const here = new URL('./', import.meta.url)
  const nouns = readdirSync(here, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('/table.ts'))
  const text = ['tables.ts', ...nouns]
    .map((name) => new URL(name, here))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
  const bodies = new Map([...text.matchAll(/interface (\w+) \{([^}]*)\}/g)].map(([, name, body]) => [name, body ?? '']))
  const fields = (name: string) => [...(bodies.get(name) ?? '').matchAll(/^ {2}(\w+): (.+)$/gm)]
  return fields('Tables').flatMap(([, table, type]) =>
    fields(type ?? '').map(([, name, of]) => {
      const inner = (of ?? '').replace(/^Generated<(.*)>$/, '$1')
      const nullable = inner.endsWith(' | null')
      return { table: table ?? '', name: name ?? '', type: inner.replace(/ \| null$/, ''), nullable }
    }),
  )
}

describe.each(engines)('tables.ts and the schema on %s', (engine) => {
  test('tell of the same columns', async () => {
    const database = await freshDatabase(engine)
    const { rows: made } = await asOwner(database, (db) =>
      sql<Column>`
        select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          join pg_type t on t.oid = a.atttypid
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely\\_%'`.execute(
        db,
      ),
    )
    await database.close()
    const columns = told()
    const key = (column: Column) => `${column.table}.${column.name}${column.nullable ? '?' : ''}`
    expect(columns.length).toBeGreaterThan(100)
    expect(columns.map(key).toSorted()).toEqual(made.map(key).toSorted())
    const types = new Map(made.map((column) => [key(column), column.type]))
    for (const column of columns) {
      const [, allowed] = stores.find(([word]) => word.test(column.type)) ?? []
      expect(allowed, `${key(column)}: ${column.type}`).toContain(types.get(key(column)))
    }
  })
})
