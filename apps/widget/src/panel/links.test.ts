import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from './links.ts'

const links = (text: string) => pieces(text).flatMap(({ href }) => href ?? [])

test('an address becomes a link, the sentence around it stays text', () => {
  expect(pieces('See https://example.com/a?b=c#d, or call.')).toEqual([
    { text: 'See ' },
    { text: 'https://example.com/a?b=c#d', href: 'https://example.com/a?b=c#d' },
    { text: ', or call.' },
  ])
  expect(links('(https://example.com/x)')).toEqual(['https://example.com/x'])
  expect(links('انظر https://example.com/x؟')).toEqual(['https://example.com/x'])
  expect(links('https://en.wikipedia.org/wiki/Chat_(x).')).toEqual(['https://en.wikipedia.org/wiki/Chat_(x)'])
})

test('nothing but http and https is ever a link', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '<a href="javascript:alert(1)">x</a>',
    'ftp://example.com vbscript:x file:///etc/passwd',
    'http://',
  ]) {
    expect(pieces(text)).toEqual([{ text }])
  }
  expect(links('javascript:https://example.com')).toEqual(['https://example.com/'])
})

test('the pieces are the text, whatever it is, and every link is a web address', () => {
  const part = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://', '(', ')', '.', '<', '"'))
  const property = fc.property(fc.array(part), (parts) => {
    const found = pieces(parts.join(''))
    expect(found.map(({ text }) => text).join('')).toBe(parts.join(''))
    for (const { href } of found) if (href) expect(new URL(href).protocol).toMatch(/^https?:$/)
  })
  fc.assert(property, { numRuns: 500 })
})
