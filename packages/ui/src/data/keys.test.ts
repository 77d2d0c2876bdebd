import { expect, test } from 'vitest'
import { keyOf } from './keys.ts'

const press = (key: string, more = {}) => keyOf({ key, metaKey: false, ctrlKey: false, altKey: false, ...more })

test('⌘ and Ctrl are one modifier, Shift is part of the character', () => {
  expect(press('k', { metaKey: true })).toBe('mod+k')
  expect(press('K', { ctrlKey: true })).toBe('mod+k')
  expect(press('?')).toBe('?')
  expect(press('Enter', { ctrlKey: true })).toBe('mod+enter')
  expect(press('Escape')).toBe('escape')
  expect(press('j', { altKey: true })).toBe('alt+j')
})
