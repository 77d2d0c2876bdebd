import type { Contact } from '@rolecall/protocol'
import { expect, test } from 'vitest'
import { changes, draftOf, tagsOf } from './draft.ts'

const seen: Contact = {
  id: 'c1',
  name: 'Maria Santos',
  details: { email: 'maria@example.com', phone: null, ip: null, data: {} },
  tags: ['vip', 'Billing'],
  page: null,
  device: null,
  createdAt: '2026-11-01T00:00:00Z',
  lastSeenAt: '2026-11-02T00:00:00Z',
}

test('an untouched form changes nothing', () => {
  expect(changes(seen, draftOf(seen))).toEqual({})
  expect(changes({ ...seen, details: null }, draftOf({ ...seen, details: null }))).toEqual({})
})

test('only what differs is sent, and an emptied field is null', () => {
  expect(changes(seen, { ...draftOf(seen), name: ' Maria ', email: '', phone: '+1 555' })).toEqual({
    name: 'Maria',
    email: null,
    phone: '+1 555',
  })
})

test('masked details are never sent, whatever the form holds', () => {
  expect(changes({ ...seen, details: null }, { ...draftOf(seen), email: 'x@example.com', phone: '1' })).toEqual({})
})

test('tags are trimmed, single and in order', () => {
  expect(tagsOf(' vip,  Billing, vip,, ')).toEqual(['vip', 'Billing'])
  expect(changes(seen, { ...draftOf(seen), tags: 'vip' })).toEqual({ tags: ['vip'] })
})
