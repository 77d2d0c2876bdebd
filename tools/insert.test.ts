import { expect, test } from 'vitest'
import { insert } from './insert.ts'

test('what is inserted stands right after its place, to the letter', () => {
  expect(insert('[one, two]', 'one,', ' $& more,')).toBe('[one, $& more, two]')
})

test('a place that is gone, or stands twice, is refused', () => {
  expect(() => insert('one', 'two', '!')).toThrow('“two” is there 0 times')
  expect(() => insert('one one', 'one', '!')).toThrow('“one” is there 2 times')
})
