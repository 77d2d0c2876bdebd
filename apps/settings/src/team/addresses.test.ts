import { expect, test } from 'vitest'
import { addressesIn } from './addresses.ts'

test('addresses are read as they are pasted, each once', () => {
  expect(
    addressesIn('ana@example.com\nben@example.com, cleo@example.com;ana@example.com  dan@example.com').emails,
  ).toEqual(['ana@example.com', 'ben@example.com', 'cleo@example.com', 'dan@example.com'])
  expect(addressesIn('Ana Lopes <ana@example.com>, "Ben" <ben@example.com>').emails).toEqual([
    'ana@example.com',
    'ben@example.com',
  ])
})

test('what is no address is told, not dropped', () => {
  expect(addressesIn('ana@example.com, ben, @, Cleo <cleo>')).toEqual({
    emails: ['ana@example.com'],
    wrong: ['ben', '@', 'cleo'],
  })
  expect(addressesIn(' \n ,')).toEqual({ emails: [], wrong: [] })
})
