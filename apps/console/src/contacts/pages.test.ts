import type { Contact } from '@rolecall/protocol'
import { expect, test } from 'vitest'
import { append, dropped, put, renamed } from './pages.ts'

const contact = (id: string, name = id): Contact => ({
  id,
  name,
  details: null,
  tags: [],
  page: null,
  device: null,
  createdAt: '2026-11-01T00:00:00Z',
  lastSeenAt: '2026-11-02T00:00:00Z',
})
const pages = { rows: [contact('a'), contact('b')], next: 'x', total: 5 }

test('a further page follows, without doubling a row that moved between two reads', () => {
  const after = append(pages, { rows: [contact('b'), contact('c')], next: null, total: 6 })
  expect(after.rows.map((row) => row.id)).toEqual(['a', 'b', 'c'])
  expect(after).toMatchObject({ next: null, total: 6 })
})

test('a change lands on its row alone', () => {
  expect(put(pages, contact('b', 'Bea')).rows.map((row) => row.name)).toEqual(['a', 'Bea'])
  expect(renamed(pages, 'a', 'Ana').rows.map((row) => row.name)).toEqual(['Ana', 'b'])
  expect(put(pages, contact('z')).rows).toEqual(pages.rows)
})

test('the total falls with a row that was here, once', () => {
  const after = dropped(pages, 'a')
  expect(after).toMatchObject({ total: 4, rows: [{ id: 'b' }] })
  expect(dropped(after, 'a')).toEqual(after)
})
