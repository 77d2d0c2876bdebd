import { expect, test } from 'vitest'
import { mendLanguage } from './language.ts'

test('a language tag stays, and what is none becomes one', () => {
  const good = { language: 'pt-BR' }
  mendLanguage(good)
  expect(good.language).toBe('pt-BR')
  const posix = { language: 'en-US@posix' }
  mendLanguage(posix)
  expect(() => new Intl.NumberFormat(posix.language)).not.toThrow()
})
