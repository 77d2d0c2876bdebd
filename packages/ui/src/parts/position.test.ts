import { expect, test } from 'vitest'
import { spot } from './position.ts'

const view = { width: 1000, height: 600 }
const size = { width: 200, height: 100 }
const anchor = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 40 })

test('under its anchor, at the wished edge', () => {
  expect(spot(anchor(100, 100), size, view, 'start')).toEqual({ x: 100, y: 146 })
  expect(spot(anchor(500, 100), size, view, 'end')).toEqual({ x: 340, y: 146 })
  expect(spot(anchor(500, 100), size, view, 'center')).toEqual({ x: 420, y: 146 })
})

test('above where there is no room below', () => {
  expect(spot(anchor(100, 540), size, view, 'start').y).toBe(434)
})

test('always inside the window', () => {
  expect(spot(anchor(980, 100), size, view, 'start').x).toBe(792)
  expect(spot(anchor(0, 100), size, view, 'end').x).toBe(8)
  const tall = spot(anchor(0, 20), { width: 200, height: 580 }, view, 'start')
  expect(tall.y).toBeGreaterThanOrEqual(8)
})
