import { expect, test } from 'vitest'
import { createMemory } from './memory.ts'

function fakeStorage(): Storage {
  const map = new Map<string, string>()
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size
    },
  }
}

const blocked = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

test('a conversation is kept from one page to the next, apart for each account', () => {
  const storage = fakeStorage()
  createMemory('a', () => storage).set({ secret: 'rv_1', draft: 'half a sen' })
  expect(createMemory('a', () => storage).get()).toEqual({ secret: 'rv_1', draft: 'half a sen', unsent: [] })
  expect(createMemory('b', () => storage).get()).toEqual({ draft: '', unsent: [] })
})

test('forgetting leaves nothing behind', () => {
  const storage = fakeStorage()
  const memory = createMemory('a', () => storage)
  memory.set({ secret: 'rv_1', unsent: [{ id: '1', body: 'x', at: '' }] })
  expect(storage.length).toBe(1)
  memory.clear()
  expect(storage.length).toBe(0)
  expect(memory.get()).toEqual({ draft: '', unsent: [] })
})

test('blocked storage, a full one and a broken record are no reason to fail', () => {
  const memory = createMemory('a', blocked)
  memory.set({ secret: 'rv_1' })
  expect(memory.get().secret).toBe('rv_1')

  const full = fakeStorage()
  full.setItem = blocked
  const other = createMemory('a', () => full)
  other.set({ secret: 'rv_2' })
  expect(other.get().secret).toBe('rv_2')

  const broken = fakeStorage()
  broken.setItem('rolecall-panel:a', '{')
  expect(createMemory('a', () => broken).get()).toEqual({ draft: '', unsent: [] })
})
