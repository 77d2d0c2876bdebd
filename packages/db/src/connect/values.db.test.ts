import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, freshDatabase } from '../testing/index.ts'
import type { Database } from './database.ts'

describe.each(engines)('values on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  const read = async (expression: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(database.db)
    return rows[0]?.value
  }

  test.each([
    ['count(*) and int8 are numbers', sql`9007199254740991::int8`, 9007199254740991],
    ['int4 is a number', sql`7::int4`, 7],
    ['timestamptz is a Date', sql`'2026-03-01 12:00:00.123+02'::timestamptz(3)`, new Date('2026-03-01T10:00:00.123Z')],
    ['a day is text', sql`'2026-03-01'::date`, '2026-03-01'],
    ['numeric is text, exact', sql`'1.10'::numeric`, '1.10'],
    ['jsonb is parsed', sql`'{"a":[1,null,"é"]}'::jsonb`, { a: [1, null, 'é'] }],
    ['text[] is an array', sql`array['a,b', 'c"d', null]`, ['a,b', 'c"d', null]],
    [
      'uuid[] is an array',
      sql`array['6f1c1d3e-0000-4000-8000-000000000001'::uuid]`,
      ['6f1c1d3e-0000-4000-8000-000000000001'],
    ],
    ['boolean is a boolean', sql`false`, false],
    ['null is null', sql`null::timestamptz`, null],
  ])('%s', async (_, expression, value) => {
    expect(await read(expression)).toEqual(value)
  })

  test('they go in as they come out', async () => {
    const at = new Date('2026-03-01T10:00:00.123Z')
    expect(await read(sql`${at}::timestamptz(3)`)).toEqual(at)
    expect(await read(sql`${['a,b', 'ü']}::text[]`)).toEqual(['a,b', 'ü'])
    expect(await read(sql`${JSON.stringify({ a: "it's" })}::jsonb`)).toEqual({ a: "it's" })
    expect(await read(sql`${2 ** 40}::int8`)).toBe(2 ** 40)
  })

  test('an int8 that no number can hold is an error, not a wrong number', async () => {
    await expect(read(sql`9007199254740993::int8`)).rejects.toThrow('too large')
    expect(await read(sql`1::int8`)).toBe(1)
  })

  test('times are kept to the millisecond, as a Date holds them', async () => {
    await sql`insert into attempt values ('k', 1, '2026-03-01 12:00:00.1239+00')`.execute(database.db)
    const { rows } = await sql<{ same: boolean; at: Date }>`
      select window_ends_at = '2026-03-01 12:00:00.124+00' as same, window_ends_at as at from attempt`.execute(
      database.db,
    )
    expect(rows).toEqual([{ same: true, at: new Date('2026-03-01T12:00:00.124Z') }])
  })
})
