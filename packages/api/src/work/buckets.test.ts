import { expect, test } from 'vitest'
import { Buckets } from './buckets.ts'

function setUp(burst = 10, perSecond = 2) {
  const clock = { ms: 0 }
  return { clock, buckets: new Buckets({ burst, perSecond }, () => clock.ms) }
}

test('what was taken comes back with time, and never more than there was', () => {
  const { clock, buckets } = setUp()
  for (let n = 0; n < 10; n++) buckets.take('a', 1)
  expect(buckets.level('a')).toEqual({ left: 0, wait: 1 })
  expect(buckets.level('a', 4)).toEqual({ left: 0, wait: 2 })
  clock.ms = 1500
  expect(buckets.level('a', 4)).toEqual({ left: 3, wait: 1 })
  clock.ms = 100_000
  expect(buckets.level('a')).toEqual({ left: 10, wait: 0 })
})

test('what costs more than all there is can be had from a full bucket, which then is empty for longer', () => {
  const { clock, buckets } = setUp()
  expect(buckets.level('a', 16).wait).toBe(0)
  buckets.take('a', 16)
  expect(buckets.level('a').wait).toBe(4)
  clock.ms = 4000
  expect(buckets.level('a').wait).toBe(0)
})

test('nobody takes from anybody else', () => {
  const { buckets } = setUp()
  buckets.take('a', 10)
  expect(buckets.level('b')).toEqual({ left: 10, wait: 0 })
})

test('nothing is forgotten before it is full again, whenever it was taken', () => {
  for (let start = 0; start < 12_000; start += 500) {
    const { clock, buckets } = setUp()
    clock.ms = start
    buckets.level('z')
    buckets.take('a', 10)
    for (let passed = 0; passed < 5000; passed += 250) {
      clock.ms = start + passed
      expect(buckets.level('a').left).toBe(Math.floor(passed / 500))
    }
  }
})
