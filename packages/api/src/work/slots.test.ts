import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { NoSlot, Slots } from './slots.ts'

/** Something that runs until it is let go. */
function held() {
  let go = () => {}
  const done = new Promise<void>((resolve) => (go = resolve))
  return { go, run: () => done }
}
const turn = () => pause(5)

test('no key has more than its slots, and who waits goes in order', async () => {
  const slots = new Slots((key) => (key === 'all' ? 2 : 1), 10, 1000)
  const ran: string[] = []
  const works = ['ana', 'ana', 'ben', 'ben', 'cid'].map((who) => ({ who, ...held() }))
  const all = works.map(({ who, run }, n) =>
    slots.run([who, 'all'], () => {
      ran.push(`${who}${n}`)
      return run()
    }),
  )
  await turn()
  expect(ran).toEqual(['ana0', 'ben2'])
  works[0]?.go()
  await turn()
  // Behind ben's second, who still waits for ben's first.
  expect(ran).toEqual(['ana0', 'ben2', 'ana1'])
  works[1]?.go()
  await turn()
  expect(ran).toEqual(['ana0', 'ben2', 'ana1', 'cid4'])
  for (const { go } of works) go()
  await Promise.all(all)
  expect(ran).toHaveLength(5)
})

test('a full queue and a long wait are told; what failed gives its slot back', async () => {
  const slots = new Slots(() => 1, 1, 30)
  const first = held()
  const running = slots.run(['a'], first.run)
  const waits = slots.run(['a'], async () => 'late')
  await expect(slots.run(['a'], async () => 'never')).rejects.toThrow(NoSlot)
  await expect(waits).rejects.toThrow(NoSlot)
  first.go()
  await running
  await expect(slots.run(['a'], () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await slots.run(['a'], async () => 'free')).toBe('free')
})

test('whoever fills the queue fills their own', async () => {
  const slots = new Slots(() => 1, 2, 1000)
  const works = ['ana', 'ana', 'ana', 'ben', 'ben'].map((who) => ({ who, ...held() }))
  const all = works.map(({ who, run }) => slots.run([who], run))
  await expect(slots.run(['ana'], async () => 'never')).rejects.toThrow(NoSlot)
  for (const { go } of works) go()
  await Promise.all(all)
})

test('a slot that rests is taken for twice as long as the work took', async () => {
  const slots = new Slots(() => 1, 1, 1000, { rests: true })
  const began = performance.now()
  await slots.run(['a'], () => pause(60))
  const worked = performance.now() - began
  await slots.run(['a'], async () => {})
  expect(performance.now() - began).toBeGreaterThan(worked * 1.7)
})
