import { expect, it } from 'vitest'
import { hashOf, secretOf } from './secret.ts'

const account = '0f9619ff-8b86-4d01-b42d-00cf4fc964ff'

it('carries its account and 256 random bits', () => {
  const secret = secretOf(account)
  expect(secret).toMatch(/^rv_0f9619ff8b864d01b42d00cf4fc964ff_[\w-]{43}$/)
  expect(secretOf(account)).not.toBe(secret)
})

it('is the same again from the same random part', () => {
  expect(secretOf(account, 'A'.repeat(43))).toBe(`rv_0f9619ff8b864d01b42d00cf4fc964ff_${'A'.repeat(43)}`)
})

it('is kept as sha256', () => {
  expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
