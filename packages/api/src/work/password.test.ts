import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

describe('password', () => {
  it('is kept as argon2id at the cost we chose', async () => {
    expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('is known again, and no other is', async () => {
    const stored = await hashPassword('correct horse')
    expect(await verifyPassword(stored, 'correct horse')).toBe(true)
    expect(await verifyPassword(stored, 'correct Horse')).toBe(false)
  })

  it('is never right for a hash that is none', async () => {
    expect(await verifyPassword('', '')).toBe(false)
    expect(await verifyPassword('plain text', 'plain text')).toBe(false)
  })
})
