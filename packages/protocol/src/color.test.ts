import { expect, test } from 'vitest'
import { safeColor, textOn } from './color.ts'

/** Relative luminance, to the letter of WCAG 2.2. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
const wide = { '#000': '#000000', '#fff': '#ffffff' }

test('text on any account colour reads at 4.5:1 or better', () => {
  // #767676 on white is the well-known 4.54:1.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  let least = Number.POSITIVE_INFINITY
  const steps = [...Array(52).keys()].map((step) => (step * 5).toString(16).padStart(2, '0'))
  for (const r of steps) {
    for (const g of steps) {
      for (const b of steps) {
        const color = `#${r}${g}${b}`
        least = Math.min(least, contrast(color, wide[textOn(color)]))
      }
    }
  }
  expect(least).toBeGreaterThanOrEqual(4.5)
})

test('it is black on light colours and white on dark ones', () => {
  expect(['#ffffff', '#ffd400', '#7fd1b9'].map(textOn)).toEqual(['#000', '#000', '#000'])
  expect(['#000000', '#2f5bea', '#B3261E'].map(textOn)).toEqual(['#fff', '#fff', '#fff'])
})

test('what is not #rrggbb is not a colour', () => {
  expect(safeColor('#0A7c5F')).toBe('#0A7c5F')
  for (const bad of ['', 'red', '#fff', '#12345g', '#123456;background:url(x)', 'url(//x)']) {
    expect(safeColor(bad)).toMatch(/^#[\da-f]{6}$/)
    expect(safeColor(bad)).not.toBe(bad)
  }
})
