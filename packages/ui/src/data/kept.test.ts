import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetKept, keep, kept } from './kept.ts'

let full = false
beforeEach(() => {
  const store: Record<string, unknown> = {}
  const own = (key: string, value: unknown) => Object.defineProperty(store, key, { value, enumerable: false })
  own('getItem', (key: string) => store[key] ?? null)
  own('removeItem', (key: string) => delete store[key])
  own('setItem', (key: string, text: string) => {
    if (full) throw new DOMException('full', 'QuotaExceededError')
    store[key] = text
  })
  vi.stubGlobal('localStorage', store)
})
afterEach(() => {
  full = false
  vi.unstubAllGlobals()
})

test('what one member keeps no other one reads, and it goes when they sign out', () => {
  keep('ann', 'form', { text: 'a' })
  keep('bob', 'form', { text: 'b' })
  expect([kept('ann', 'form'), kept('bob', 'form'), kept('cid', 'form')]).toEqual([{ text: 'a' }, { text: 'b' }, null])
  forgetKept('ann')
  expect([kept('ann', 'form'), kept('bob', 'form')]).toEqual([null, { text: 'b' }])
})

test('null takes it away, and leaves no name behind', () => {
  keep('ann', 'form', 'a')
  keep('ann', 'form', null)
  expect(Object.keys(localStorage)).toEqual([])
})

test('what storage does not take lives as long as the page, and ends with it as the rest does', () => {
  keep('ann', 'form', 'old')
  full = true
  keep('ann', 'form', 'new')
  expect(kept('ann', 'form')).toBe('new')
  full = false
  keep('ann', 'form', 'newer')
  expect(kept('ann', 'form')).toBe('newer')
  full = true
  keep('ann', 'other', 'x')
  forgetKept('ann')
  expect([kept('ann', 'form'), kept('ann', 'other')]).toEqual([null, null])
})
