import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft } from './draft.ts'
import { drop, isKept, keep, kept, newId } from './store.ts'

const tab = new Map<string, string>()
beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, text: string) => void tab.set(key, text),
    removeItem: (key: string) => void tab.delete(key),
  })
})
afterEach(() => {
  tab.clear()
  vi.unstubAllGlobals()
})

const draft = { ...emptyDraft, name: 'Night', permissions: ['inbox.view'] }

test('a draft comes back with what it began with, until it is dropped', () => {
  const base = { version: 3, draft: { ...draft, permissions: [] } }
  keep('r', { draft, base })
  expect(kept('r')).toEqual({ draft, base })
  drop('r')
  expect(isKept('r')).toBe(false)
  expect(tab.size).toBe(0)
})

test('what another page leaves has no base', () => {
  tab.set('rolecall.role-draft.r', JSON.stringify(draft))
  expect(kept('r')).toEqual({ draft, base: null })
})

test('a copy and a role from scratch are kept apart', () => {
  keep(newId(null), { draft, base: null })
  expect(isKept(newId('r'))).toBe(false)
})

test.each(['{', 'null', '"text"', '{"name":1}', JSON.stringify({ ...draft, chats: 'some' })])(
  'what is no draft is as if nothing was kept: %s',
  (text) => {
    tab.set('rolecall.role-draft.r', text)
    expect(kept('r')).toBe(null)
  },
)
