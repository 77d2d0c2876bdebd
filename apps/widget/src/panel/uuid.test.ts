import { expect, test } from 'vitest'
import { seed, uuid } from './uuid.ts'

test('ids are version 4 UUIDs, each its own', () => {
  const made = new Set(Array.from({ length: 1000 }, uuid))
  expect(made.size).toBe(1000)
  for (const id of made) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

test('a seed is 32 bytes in base64url', () => {
  for (let count = 0; count < 300; count++) {
    const made = seed()
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(made, 'base64url').length).toBe(32)
  }
})
