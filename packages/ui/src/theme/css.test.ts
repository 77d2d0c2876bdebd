import { expect, test } from 'vitest'
import { tokensCss } from './css.ts'
import { motion, radius, space, texts } from './tokens.ts'

test('each token is a custom property in one layer', () => {
  const css = tokensCss()
  expect(css.startsWith('@layer tokens {')).toBe(true)
  expect(css).toContain(`--text: light-dark(${texts.text[0]}, ${texts.text[1]});`)
  for (const step of Object.keys(space)) expect(css).toContain(`--space-${step}: `)
  expect(css.split('{').length).toBe(css.split('}').length)
})

test('spaces lie on the 4 px grid, radii are 6 and 10, motion is at most 150 ms and off when asked', () => {
  for (const px of Object.values(space)) expect(px % 4).toBe(0)
  expect([radius.s, radius.m]).toEqual([6, 10])
  for (const [name, ms] of Object.entries(motion)) {
    expect(ms).toBeLessThanOrEqual(150)
    expect(tokensCss().split('prefers-reduced-motion')[1]).toContain(`--motion-${name}: 0ms;`)
  }
})
