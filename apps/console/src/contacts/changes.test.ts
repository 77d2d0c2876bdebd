import type { Contact } from '@rolecall/protocol'
import { expect, test } from 'vitest'
import { dropped, put, renamed } from './changes.ts'

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
const list = { rows: [contact('a'), contact('b')], total: 5 }

test('a change lands on its row alone', () => {
  expect(put(list, contact('b', 'Bea')).rows.map((row) => row.name)).toEqual(['a', 'Bea'])
  expect(renamed(list, 'a', 'Ana').rows.map((row) => row.name)).toEqual(['Ana', 'b'])
  expect(put(list, contact('z')).rows).toEqual(list.rows)
})

test('the total falls with a row that was here, once', () => {
  const after = dropped(list, 'a')
  expect(after).toMatchObject({ total: 4, rows: [{ id: 'b' }] })
  expect(dropped(after, 'a')).toEqual(after)
})
