import { describe, expect, test } from 'vitest'
import { Bit, nameOf } from './bit.ts'
import { odd } from './testing/odd.ts'

const home = {}

describe('Bit', () => {
  test('sits at one place of one word', () => {
    expect(new Bit('a.a', 1, home)).toMatchObject({ name: 'a.a', low: 0b10, high: 0, home })
    expect(new Bit('a.a', 31, home)).toMatchObject({ low: 1 << 31, high: 0 })
    expect(new Bit('a.a', 33, home)).toMatchObject({ low: 0, high: 0b10 })
    expect(new Bit('a.a', 63, home)).toMatchObject({ low: 0, high: 1 << 31 })
  })

  test('cannot be moved', () => {
    const bit = new Bit('a.a', 1, home) as { low: number }
    expect(() => {
      bit.low = -1
    }).toThrow(TypeError)
  })
})

describe('nameOf', () => {
  test('is the name of a bit, and leaves everything else as it is', () => {
    expect(nameOf(new Bit('a.a', 1, home))).toBe('a.a')
    for (const value of odd) expect(nameOf(value)).toBe(value)
    const alike = { name: 'inbox.view', low: -1, high: -1, home }
    expect(nameOf(alike)).toBe(alike)
  })
})
