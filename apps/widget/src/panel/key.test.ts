import { expect, test } from 'vitest'
import type { Call } from './call.ts'
import { createKey } from './key.ts'
import { createMemory } from './memory.ts'

const blocked = (): Storage => {
  throw new Error('no storage')
}
const storage = (): Storage => ({ getItem: () => null, setItem() {}, removeItem() {} }) as never

/** Answers one after the other; an Error is thrown. */
function setUp(where: () => Storage, ...answers: unknown[]) {
  const memory = createMemory('a', where)
  const calls: unknown[] = []
  const told: unknown[] = []
  const call: Call = async (path, input, options) => {
    calls.push(path)
    expect([input, options]).toEqual([{ account: 'a' }, { change: true, cookie: true }])
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer as never
  }
  const key = createKey({ account: 'a', call, memory, tell: (name) => told.push(name) })
  return { key, memory, calls, told }
}
const settle = () => new Promise((done) => setTimeout(done))

test('where there is storage no cookie is asked for', async () => {
  const { key, memory, calls } = setUp(storage)
  expect(await key.own()).toBeUndefined()
  memory.set({ secret: 'rv_1' })
  expect(await key.own()).toBe('rv_1')
  expect(calls).toEqual([])
})

test('where there is none the server knows; what it said is not asked again, what it did not know is', async () => {
  const { key, calls } = setUp(blocked, { secret: null }, { secret: 'rv_1' })
  expect(await key.own()).toBeUndefined()
  expect(await key.own()).toBe('rv_1')
  expect(await key.own()).toBe('rv_1')
  expect(calls).toEqual(['key', 'key'])
})

test('what was forgotten is not found again before the server has ended the cookie', async () => {
  const { key, memory, calls, told } = setUp(
    blocked,
    new TypeError('lost'),
    new TypeError('lost'),
    {},
    { secret: null },
  )
  memory.set({ secret: 'rv_1' })
  key.forget()
  await settle()
  await expect(key.own()).rejects.toThrow('lost')
  expect(told).toEqual([])
  expect(await key.own()).toBeUndefined()
  expect(told).toEqual(['forgotten'])
  expect(calls).toEqual(['forget', 'forget', 'forget', 'key'])
})

test('with storage, forgetting waits for nobody', async () => {
  const { key, memory, calls, told } = setUp(storage, new TypeError('lost'))
  memory.set({ secret: 'rv_1' })
  key.forget()
  expect([memory.get().secret, told, calls]).toEqual([undefined, ['forgotten'], ['forget']])
  await settle()
  expect(await key.own()).toBeUndefined()
  expect(calls).toEqual(['forget'])
})
