import { expect, test } from 'vitest'
import { spots } from './clear-spot.ts'

const view = { width: 400, height: 300 }
const size = { width: 100, height: 20 }
const at = (left: number, top: number) => ({ left, top, right: left + 32, bottom: top + 32 })

test('under it first, then over it, behind it and before it', () => {
  expect(spots(at(184, 134), size, view)).toEqual([
    { x: 150, y: 172 },
    { x: 150, y: 108 },
    { x: 222, y: 140 },
    { x: 78, y: 140 },
  ])
})

test('all of it in the window, and never over what it belongs to', () => {
  for (const anchor of [at(0, 0), at(368, 268), at(0, 268), at(184, 0)]) {
    const all = spots(anchor, size, view)
    expect(all.length).toBeGreaterThan(0)
    for (const { x, y } of all) {
      expect(x >= 8 && y >= 8 && x + size.width <= 392 && y + size.height <= 292).toBe(true)
      expect(
        x >= anchor.right || x + size.width <= anchor.left || y >= anchor.bottom || y + size.height <= anchor.top,
      ).toBe(true)
    }
  }
})
