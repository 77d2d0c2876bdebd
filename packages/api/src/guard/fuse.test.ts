import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Fuse } from './fuse.ts'

const locked = () => Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' })
const never = () => new Promise<never>(() => {})

test('a door whose calls wait in vain is tried by two, and the others are told', async () => {
  const fuse = new Fuse(16)
  await expect(fuse.run('inbox.list', () => Promise.reject(locked()))).rejects.toThrow('lock timeout')
  let tried = 0
  const calls = Array.from({ length: 8 }, () =>
    fuse.run('inbox.list', () => {
      tried++
      return never()
    }),
  )
  const told = await Promise.all(calls.slice(2).map((call) => call.catch((error: Error) => error.message)))
  expect(told).toEqual(Array(6).fill(expect.stringMatching(/try again/)))
  expect(tried).toBe(2)
  // What does not need it goes on, and so do five such doors at the most.
  expect(await fuse.run('session.me', async () => 'there')).toBe('there')
  for (const door of ['a', 'b']) await fuse.run(door, () => Promise.reject(locked())).catch(() => {})
  for (const door of ['a', 'a', 'b', 'b']) {
    void fuse
      .run(door, () => {
        tried++
        return never()
      })
      .catch(() => {})
  }
  await pause(400)
  expect(tried).toBe(5)
})

test('it hears of it from results as well, not of other faults, and forgets it', async () => {
  let now = 0
  const fuse = new Fuse(16, () => now)
  await fuse.run('a', () => Promise.reject(new Error('a bug'))).catch(() => {})
  const open = Array.from({ length: 4 }, () => fuse.run('a', async () => 'fine'))
  expect(await Promise.all(open)).toEqual(Array(4).fill('fine'))
  await fuse.run('a', async () => ({ ok: false, error: new Error('wrapped', { cause: locked() }) }))
  void fuse.run('a', never)
  void fuse.run('a', never)
  await expect(fuse.run('a', async () => 'fine')).rejects.toThrow(/try again/)
  now = 2001
  expect(await fuse.run('a', async () => 'fine')).toBe('fine')
})

test('no door has more than half of the connections, and who waited hears what those before them heard', async () => {
  const fuse = new Fuse(4)
  const { promise: stuck, reject: fail } = Promise.withResolvers<never>()
  let tried = 0
  const calls = Array.from({ length: 6 }, () =>
    fuse
      .run('a', () => {
        tried++
        return stuck
      })
      .catch((error: Error) => error.message),
  )
  await pause(20)
  expect(tried).toBe(2)
  expect(await fuse.run('b', async () => 'there')).toBe('there')
  fail(locked())
  expect(await Promise.all(calls)).toEqual(Array(6).fill(expect.stringMatching(/lock timeout|try again/)))
})
