import { expect, test } from 'vitest'
import { bytes, fileName } from './download.ts'

test('the file has the server’s name, and never a path', () => {
  expect(fileName('attachment; filename="contacts-2026-11-23.csv"', 'x.csv')).toBe('contacts-2026-11-23.csv')
  expect(fileName('attachment; filename="../../x"', 'contacts.csv')).toBe('contacts.csv')
  expect(fileName(null, 'contacts.csv')).toBe('contacts.csv')
})

test('sizes are read at a glance', () => {
  expect(bytes(0)).toMatch(/^0\s?kB$/)
  expect(bytes(1536)).toMatch(/1[.,]5/)
  expect(bytes(2_345_678)).toMatch(/2[.,]3\s?MB/)
})
