import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** As the browser keeps it for all its tabs. */
function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The page is loaded (again). */
async function load() {
  vi.resetModules()
  return import('./drafts.ts')
}

test('an answer and a note are kept apart, for each chat, and outlive a reload', async () => {
  const before = await load()
  before.ownDrafts('ana')
  before.setDraft('c', 'message', 'for the visitor')
  before.setDraft('c', 'note', 'for the team')
  expect(before.begunIn('d')).toBe('')
  const after = await load()
  after.ownDrafts('ana')
  expect(after.draftOf('c', 'message')).toBe('for the visitor')
  expect(after.draftOf('c', 'note')).toBe('for the team')
  expect(after.begunIn('c')).toBe('for the visitor')
  after.setDraft('c', 'message', '')
  expect(after.begunIn('c')).toBe('for the team')
})

test('another member at the same browser is shown none of them, and whoever wrote them finds them again', async () => {
  const ana = await load()
  ana.ownDrafts('ana')
  ana.setDraft('c', 'message', 'secret')
  ana.ownDrafts('ben')
  expect(ana.draftOf('c', 'message')).toBe('')
  const ben = await load()
  ben.ownDrafts('ben')
  ben.setDraft('c', 'message', 'mine')
  ben.ownDrafts('ana')
  expect(ben.draftOf('c', 'message')).toBe('secret')
})

test('what was on its way stands before what was begun after it', async () => {
  const drafts = await load()
  drafts.ownDrafts('ana')
  drafts.putBack({ chatId: 'c', kind: 'message', body: 'first' })
  drafts.setDraft('d', 'note', 'begun')
  drafts.putBack({ chatId: 'd', kind: 'note', body: 'sent' })
  expect([drafts.draftOf('c', 'message'), drafts.draftOf('d', 'note')]).toEqual(['first', 'sent\nbegun'])
})

test('a storage that refuses, or holds nonsense, costs only the reload', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => 'not JSON',
    setItem: () => {
      throw new Error('full')
    },
  })
  const drafts = await load()
  drafts.ownDrafts('ana')
  drafts.setDraft('c', 'message', 'still here')
  expect(drafts.draftOf('c', 'message')).toBe('still here')
})
