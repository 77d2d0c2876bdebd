import { expect, test, vi } from 'vitest'
import { append, readThrough } from './paging.ts'

const rows = (ids: string) => Array.from(ids, (id) => ({ id }))
const idsOf = (page: { rows: readonly { id: string }[] }) => page.rows.map(({ id }) => id).join('')

test('a further page follows, without doubling a row that moved between two reads', () => {
  const both = append({ rows: rows('ab'), next: 'x', total: 5 }, { rows: rows('bc'), next: null, total: 6 })
  expect(idsOf(both)).toBe('abc')
  expect(both).toMatchObject({ next: null, total: 6 })
})

/** The alphabet, two letters at a time. */
const letters = (all = 'abcdefghijklmnopqrstuvwxyz') =>
  vi.fn(async (after: string | undefined) => {
    const at = after === undefined ? 0 : Number(after)
    return { rows: rows(all.slice(at, at + 2)), next: at + 2 < all.length ? `${at + 2}` : null }
  })
const { signal } = new AbortController()

test('a list that was not read yet is read by one page', async () => {
  const ask = letters()
  expect(idsOf(await readThrough(ask, 0, signal))).toBe('ab')
  expect(ask).toHaveBeenCalledTimes(1)
})

test('asked again, it is read as far as it was', async () => {
  const again = await readThrough(letters(), 5, signal)
  expect(idsOf(again)).toBe('abcdef')
  expect(again.next).toBe('6')
})

test('a list that has become shorter ends where it ends', async () => {
  expect(await readThrough(letters('abc'), 8, signal)).toMatchObject({ next: null, rows: rows('abc') })
})

test('who had read very far does not ask for everything at once', async () => {
  const ask = letters()
  expect(idsOf(await readThrough(ask, 26, signal))).toBe('abcdefghij')
  expect(ask).toHaveBeenCalledTimes(5)
})
