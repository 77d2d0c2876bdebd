import { expect, test } from 'vitest'
import { nextItem } from './menu-keys.ts'

const labels = ['Assign', 'Close', 'Copy link', 'Delete']

test('arrows go round, Home and End go to the ends', () => {
  expect(nextItem('ArrowDown', 3, labels)).toBe(0)
  expect(nextItem('ArrowDown', -1, labels)).toBe(0)
  expect(nextItem('ArrowUp', 0, labels)).toBe(3)
  expect(nextItem('ArrowUp', -1, labels)).toBe(3)
  expect(nextItem('Home', 2, labels)).toBe(0)
  expect(nextItem('End', 0, labels)).toBe(3)
})

test('a letter goes to the next item that begins with it', () => {
  expect(nextItem('c', 0, labels)).toBe(1)
  expect(nextItem('C', 1, labels)).toBe(2)
  expect(nextItem('c', 2, labels)).toBe(1)
  expect(nextItem('x', 0, labels)).toBeUndefined()
})

test('other keys are not the menu’s', () => {
  for (const key of ['Enter', ' ', 'Escape', 'Tab', 'F5']) expect(nextItem(key, 0, labels)).toBeUndefined()
  expect(nextItem('ArrowDown', 0, [])).toBeUndefined()
})
