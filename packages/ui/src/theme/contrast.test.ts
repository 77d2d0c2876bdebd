import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { fills, marks, onFills, people, surfaces, texts } from './tokens.ts'

const themes = [
  ['light', 0],
  ['dark', 1],
] as const

test('the ratio is the one of WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
})

for (const [theme, i] of themes) {
  for (const [text, colour] of Object.entries(texts))
    for (const [surface, behind] of Object.entries(surfaces))
      test(`${theme}: ${text} on ${surface}`, () => expect(contrast(colour[i], behind[i])).toBeGreaterThanOrEqual(4.5))

  for (const name of Object.keys(fills) as (keyof typeof fills)[])
    test(`${theme}: text on ${name}`, () =>
      expect(contrast(onFills[name][i], fills[name][i])).toBeGreaterThanOrEqual(4.5))

  for (const [n, { fill, on }] of Object.entries(people))
    test(`${theme}: initials on person ${n}`, () => expect(contrast(on[i], fill[i])).toBeGreaterThanOrEqual(4.5))

  for (const mark of ['edge', 'focus', 'dot-good', 'dot-warn', 'dot-bad'] as const)
    for (const [surface, behind] of Object.entries(surfaces))
      test(`${theme}: mark ${mark} on ${surface}`, () =>
        expect(contrast(marks[mark][i], behind[i])).toBeGreaterThanOrEqual(3))
}
