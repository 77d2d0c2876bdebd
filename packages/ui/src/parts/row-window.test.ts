import { assert, integer, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { rowWindow } from './row-window.ts'

test('draws what is in view and a few more, whatever the length', () => {
  expect(rowWindow(0, 800, 56, 100_000)).toEqual({ from: 0, to: 23 })
  expect(rowWindow(56 * 500, 800, 56, 100_000)).toEqual({ from: 492, to: 523 })
  expect(rowWindow(0, 800, 56, 0)).toEqual({ from: 0, to: 0 })
})

test('every row in view is drawn, none outside the list', () => {
  assert(
    property(nat(1e6), nat(2000), integer({ min: 20, max: 120 }), nat(1e5), (top, height, row, count) => {
      const { from, to } = rowWindow(top, height, row, count)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(count)
      expect(to).toBeGreaterThanOrEqual(from)
      for (const i of [Math.floor(top / row), Math.floor((top + height - 1) / row)]) {
        if (i < count && height > 0) expect(i >= from && i < to).toBe(true)
      }
    }),
  )
})
