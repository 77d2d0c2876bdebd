import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursor, cursorOf, page } from './cursor.ts'
import { body, email, id, limit, line, search } from './input.ts'
import { like } from './like.ts'

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('id', () => {
  it('has one spelling', () => {
    const made = crypto.randomUUID()
    expect(takes(id, made)).toBe(true)
    for (const other of [
      made.toUpperCase(),
      `${made}\n`,
      ` ${made}`,
      made.replaceAll('-', ''),
      `{${made}}`,
      '',
      null,
      7,
    ])
      expect(takes(id, other)).toBe(false)
  })
})

describe('body', () => {
  it('keeps what was written, to the last space and line', () => {
    for (const text of ['hi', ' hi \n', '<script>alert(1)</script>', '👩‍👩‍👧 שלום', '\t=1+1', 'x'.repeat(10_000)])
      expect(body.parse(text)).toBe(text)
  })
  it.each([[''], [' \n\t '], ['x'.repeat(10_001)], [7], [null], [['a']], [{}]])('refuses %j', (value) => {
    expect(takes(body, value)).toBe(false)
  })
  it('keeps nothing that PostgreSQL cannot store, and everything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = body.safeParse(text).data
        expect(kept !== undefined).toBe(text.trim() !== '')
        if (kept === undefined) return
        expect(kept.isWellFormed() && !kept.includes('\0')).toBe(true)
        if (text.isWellFormed() && !text.includes('\0')) expect(kept).toBe(text)
      }),
    )
    expect(body.parse('a\0b \ud83d')).toBe('a\ufffdb \ufffd')
  })
})

describe('line', () => {
  it('drops spaces around and refuses a second line', () => {
    expect(line(10).parse('  Ana ')).toBe('Ana')
    for (const value of ['', '   ', 'Ana\nBcc: x@y.z', 'a\rb', 'a\0', '\u0085', 'x'.repeat(11), '\udc00'])
      expect(takes(line(10), value)).toBe(false)
  })

  it('is kept composed and with single spaces', () => {
    expect(line(20).parse('Zoe\u0308  van\u00a0\u2003Dyk ')).toBe('Zo\u00eb van Dyk')
    expect(line(20).parse('👩‍👩‍👧')).toBe('👩‍👩‍👧')
  })

  it.each(['\u200b', '\u3164', '\u2800', '\u00ad\u200d', '\u034f', '\u115f \u1160', '\ufe0f', '\u0301'])(
    'refuses what shows nothing, with a sentence: %j',
    (text) => {
      expect(
        line(20)
          .safeParse(text)
          .error?.issues.map(({ message }) => message),
      ).toEqual(['shows nothing: write at least one letter that can be seen'])
    },
  )
})

describe('email, search, limit', () => {
  it('are bounded', () => {
    expect(takes(email, 'ana@shop.example')).toBe(true)
    for (const value of ['ana', 'a@b', `${'a'.repeat(250)}@b.example`, 'a@b.example\nBcc: c@d.e'])
      expect(takes(email, value)).toBe(false)
    expect(search.parse('  a ')).toBe('a')
    expect(takes(search, 'x'.repeat(201))).toBe(false)
    for (const value of [0, 101, 1.5, '5', Number.NaN, null]) expect(takes(limit, value)).toBe(false)
    expect(limit.parse(undefined)).toBe(50)
  })
})

describe('like', () => {
  it('takes every character for itself', () => {
    expect(like('50%_off\\')).toBe('%50\\%\\_off\\\\%')
  })
})

describe('cursor', () => {
  const row = { at: new Date(1_700_000_000_123), id: crypto.randomUUID() }
  it('reads what it wrote and nothing else', () => {
    expect(takes(cursor, cursorOf(row.at, row.id))).toBe(true)
    for (const other of [
      '',
      '_',
      `x_${row.id}`,
      `1_${row.id}'`,
      `1_${row.id.slice(1)}`,
      `${'9'.repeat(15)}_${row.id}`,
      `-1_${row.id}`,
    ])
      expect(takes(cursor, other)).toBe(false)
  })
  it('leads on only where there is more', () => {
    const rows = [1, 2, 3]
    expect(page(rows, 2, String)).toEqual({ rows: [1, 2], next: '2' })
    expect(page(rows, 3, String)).toEqual({ rows, next: null })
    expect(page([], 3, String)).toEqual({ rows: [], next: null })
  })
  it('is a time that both engines know, whatever its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (time) => {
        expect(takes(cursor, cursorOf(new Date(time), row.id))).toBe(true)
        expect(new Date(time).toISOString()).toMatch(/^\d{4}-/)
      }),
    )
  })
})
