import { describe, expect, test } from 'vitest'
import { bitOf, bitsOf, capacity, core, wider } from './bits.ts'
import { names, type Permission } from './names.ts'
import { odd } from './testing/odd.ts'

const many = (count: number) => Array.from({ length: count }, (_, i) => `many.${i}`)

describe('bitsOf', () => {
  test('gives each name a place of its own and never bit 0 of a word', () => {
    const words = [...bitsOf(many(capacity)).at.values()].map(({ low, high }) => [low, high])
    const places = range(1, 31).map((at) => 1 << at)
    expect(words).toEqual([...places.map((word) => [word, 0]), ...places.map((word) => [0, word])])
  })

  test('refuses more names than two words hold, and says how many that is', () => {
    expect(bitsOf(many(62)).names).toHaveLength(62)
    expect(() => bitsOf(many(63))).toThrow(new RangeError('63 permissions, but a grant holds 62: split the catalogue'))
  })

  test('refuses a name that comes twice', () => {
    expect(() => bitsOf(['inbox.view', 'inbox.view'])).toThrow('A permission is named twice')
  })

  test('cannot be changed afterwards, neither itself nor through the list it was made from', () => {
    const list = ['crm.view']
    const bits = bitsOf(list)
    list.push('crm.edit')
    expect(bits.names).toEqual(['crm.view'])
    expect(Object.isFrozen(bits)).toBe(true)
    expect(Object.isFrozen(bits.names)).toBe(true)
  })

  test('knows our own 42 in the order of their names', () => {
    expect(core.names).toEqual(names)
    expect(core.base).toBeNull()
    expect(core.sections).toBeNull()
  })
})

describe('bitOf', () => {
  test('is the one that the bits give out, of ours where none are said', () => {
    const more = bitsOf([...names, 'crm.view'], core)
    expect(bitOf('inbox.view')).toBe(core.at.get('inbox.view'))
    expect(bitOf('crm.view', more)).toBe(more.at.get('crm.view'))
    expect(bitOf('crm.view', more).home).toBe(more)
    expect(bitOf('crm.view', more).name).toBe('crm.view')
  })

  test.each(odd.filter((value) => typeof value === 'string'))('there is none of %o', (value) => {
    expect(() => bitOf(value as Permission)).toThrow('There is no permission')
  })

  test('says what there is none of', () => {
    expect(() => bitOf('inbox.fly' as Permission)).toThrow(new Error('There is no permission "inbox.fly"'))
  })
})

describe('wider', () => {
  const one = bitsOf(['a.a'])
  const two = bitsOf(['a.a', 'b.b'], one)
  const three = bitsOf(['a.a', 'b.b', 'c.c'], two)

  test('is the one that extends the other, near or far, whichever comes first', () => {
    expect(wider(one, one)).toBe(one)
    expect(wider(one, two)).toBe(two)
    expect(wider(two, one)).toBe(two)
    expect(wider(three, one)).toBe(three)
    expect(wider(one, three)).toBe(three)
  })

  test('refuses two that put different names at the same place', () => {
    const other = bitsOf(['a.a', 'z.z'], one)
    expect(() => wider(two, other)).toThrow('These grants are of two catalogues that do not extend each other')
    expect(() => wider(core, one)).toThrow('do not extend each other')
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
