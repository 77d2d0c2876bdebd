import { expect, test } from 'vitest'
import { blocks, dayName, initial, timeOf } from './format.ts'
import type { Line } from './thread.ts'

const local = (text: string) => new Date(text).toISOString()
const line = (id: string, at: string, mine: boolean, name = ''): Line => ({
  id,
  body: id,
  at: local(at),
  mine,
  name,
  seq: 1,
  state: 'sent',
})

test('one author within five minutes is one block; another author, a pause or midnight begins a new one', () => {
  const now = new Date('2026-11-23T12:00:00')
  const found = blocks(
    [
      line('a', '2026-11-22T23:58:00', true),
      line('b', '2026-11-22T23:59:00', true),
      line('c', '2026-11-23T00:01:00', true),
      line('d', '2026-11-23T00:02:00', false, 'Ana'),
      line('e', '2026-11-23T00:03:00', false, 'Ben'),
      line('f', '2026-11-23T00:09:00', false, 'Ben'),
    ],
    'en',
    now,
  )
  expect(found.map(({ lines }) => lines.map(({ id }) => id).join(''))).toEqual(['ab', 'c', 'd', 'e', 'f'])
  expect(found.map(({ day }) => day)).toEqual(['Yesterday', 'Today', null, null, null])
})

test('days are named as the language names them', () => {
  const now = new Date('2026-11-23T00:30:00')
  expect(dayName(local('2026-11-22T23:30:00'), 'de', now)).toBe('Gestern')
  expect(dayName(local('2026-11-23T00:10:00'), 'es', now)).toBe('Hoy')
  expect(dayName(local('2026-11-20T10:00:00'), 'en', now)).toBe('Friday, November 20')
  expect(dayName(local('2025-12-31T10:00:00'), 'en', now)).toBe('Wednesday, December 31, 2025')
})

test('times follow the language', () => {
  expect(timeOf(local('2026-11-23T17:05:00'), 'de')).toBe('17:05')
  expect(timeOf(local('2026-11-23T17:05:00'), 'en')).toMatch(/^5:05\sPM$/)
})

test('an initial is a whole character', () => {
  expect([' ana', '😀x', 'éva', ''].map(initial)).toEqual(['A', '😀', 'É', ''])
})
