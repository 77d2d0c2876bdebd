import { keep as keepFor, kept as keptFor } from '@rolecall/ui'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft } from './draft.ts'
import { drop, isKept, keep, kept, newId } from './store.ts'

const browser = new Map<string, string>()
beforeEach(() => {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => browser.get(key) ?? null,
    setItem: (key: string, text: string) => void browser.set(key, text),
    removeItem: (key: string) => void browser.delete(key),
  })
})
afterEach(() => {
  browser.clear()
  vi.unstubAllGlobals()
})

const draft = { ...emptyDraft, name: 'Night', permissions: ['inbox.view'] }

test('a draft comes back with what it began with, until it is dropped', () => {
  const base = { version: 3, draft: { ...draft, permissions: [] } }
  keep('r', { draft, base })
  expect(kept('r')).toEqual({ draft, base })
  drop('r')
  expect(isKept('r')).toBe(false)
  expect(browser.size).toBe(0)
})

test('it is of whom the page was made for, and of nobody else', () => {
  keepFor('somebody else', 'role.r', { draft, base: null })
  expect(kept('r')).toBe(null)
  keep('r', { draft, base: null })
  expect(keptFor('somebody else', 'role.r')).toEqual({ draft, base: null })
})

test('what another page leaves has no base', () => {
  keepFor('', 'role.r', { draft })
  expect(kept('r')).toEqual({ draft, base: null })
})

test('a copy and a role from scratch are kept apart', () => {
  keep(newId(null), { draft, base: null })
  expect(isKept(newId('r'))).toBe(false)
})

test.each(['{', 'null', '"text"', '{"draft":{"name":1}}', JSON.stringify({ draft: { ...draft, chats: 'some' } })])(
  'what is no draft is as if nothing was kept: %s',
  (text) => {
    browser.set('rolecall.kept..role.r', text)
    expect(kept('r')).toBe(null)
  },
)
