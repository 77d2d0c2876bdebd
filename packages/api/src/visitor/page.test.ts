import { expect, it } from 'vitest'
import { pageOf } from './page.ts'

it.each([
  ['https://shop.example/prices', 'https://shop.example/prices'],
  ['https://shop.example', 'https://shop.example/'],
  ['https://ana:pw@shop.example/reset?token=s3cret#key', 'https://shop.example/reset'],
  ['http://localhost:5173/a b', 'http://localhost:5173/a%20b'],
  ['javascript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['file:///home/ana/index.html', null],
  ['not an address', null],
  [undefined, null],
])('keeps of %s only %s', (location, page) => {
  expect(pageOf(location)).toBe(page)
})
