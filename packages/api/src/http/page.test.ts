import { expect, test } from 'vitest'
import { pageOf } from './page.ts'

test.each([
  ['https://shop.example/cart?token=secret#top', undefined, 'https://shop.example/cart'],
  ['https://shop.example/', 'https://shop.example', 'https://shop.example/'],
  [undefined, 'https://shop.example', 'https://shop.example/'],
  ['https://me:secret@shop.example/', undefined, 'https://shop.example/'],
])('%s, %s is %s', (referer, origin, page) => {
  expect(pageOf({ referer, origin })).toBe(page)
})

test.each([
  [undefined, undefined],
  [undefined, 'null'],
  ['file:///home/index.html', undefined],
  ['javascript:alert(1)', undefined],
  ['https://chat.example/widget/panel', undefined],
  ['not an address', undefined],
])('%s, %s is no page', (referer, origin) => {
  expect(pageOf({ referer, origin })).toBeNull()
})

test('a long one is cut', () => {
  expect(pageOf({ referer: `https://shop.example/${'x'.repeat(5000)}` })).toHaveLength(300)
})
