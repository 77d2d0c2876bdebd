import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from './links.ts'

const links = (text: string) => pieces(text).flatMap(({ href }) => href ?? [])

test('an address becomes a link, its sentence does not', () => {
  expect(pieces('See https://a.example/x?b=1#c, please.')).toEqual([
    { text: 'See ' },
    { text: 'https://a.example/x?b=1#c', href: 'https://a.example/x?b=1#c' },
    { text: ', please.' },
  ])
  expect(links('انظر https://example.com/x؟')).toEqual(['https://example.com/x'])
  expect(links('javascript:https://example.com')).toEqual(['https://example.com/'])
})

test('a bracket belongs to the address that opened it', () => {
  expect(links('(https://a.example/x)')).toEqual(['https://a.example/x'])
  expect(links('(https://en.example/wiki/A_(b))')).toEqual(['https://en.example/wiki/A_(b)'])
  expect(links('https://en.example/wiki/Chat_(x).')).toEqual(['https://en.example/wiki/Chat_(x)'])
  expect(links('[docs](https://a.example/x).')).toEqual(['https://a.example/x'])
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://a.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  'ftp://example.com vbscript:x file:///etc/passwd',
  'https://',
  'https://paypal.com@evil.example',
  'https://your-bank.example@evil.example/',
  'https://:your-bank.example@evil.example/',
  'http:///user:secret@a.example/',
])('%s stays text', (text) => {
  expect(pieces(text)).toEqual([{ text }])
})

test.each(['\u202e', '\u200f', '\u2067', '\u061c'])(
  'a sign that turns the direction of writing ends an address',
  (sign) => {
    expect(links(`https://a.example/${sign}gpj.exe`)).toEqual(['https://a.example/'])
  },
)

test('a wall of brackets is cut in one go', () => {
  // Cut one by one this would take hours, not the seconds that a test has.
  expect(links(`https://a.example/${')'.repeat(1_000_000)}`)).toEqual(['https://a.example/'])
})

test('whatever is written is still there, and links only lead to http and https', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('https://', 'http://a.b/?c', 'javascript:', '.', ')', '(', '@', ' ', '\n', '<', '"', 'é', '\u202e'),
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('')
      const found = pieces(text)
      expect(found.map((piece) => piece.text).join('')).toBe(text)
      for (const { href } of found) {
        if (href === undefined) continue
        const { protocol, username, password, hostname } = new URL(href)
        expect(['http:', 'https:']).toContain(protocol)
        expect(username + password).toBe('')
        expect(hostname).not.toBe('')
      }
    }),
    { numRuns: 2_000 },
  )
})
