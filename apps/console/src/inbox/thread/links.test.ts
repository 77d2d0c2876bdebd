import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from './links.ts'

const links = (text: string) => pieces(text).flatMap(({ href }) => href ?? [])

test('an address becomes a link, its sentence does not', () => {
  expect(pieces('See https://a.example/x?b=1, please.')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://a.example/x?b=1', href: 'https://a.example/x?b=1' },
    { text: ', please.', href: null },
  ])
  expect(links('(https://en.example/wiki/A_(b))')).toEqual(['https://en.example/wiki/A_(b)'])
  expect(links('[docs](https://a.example/x)')).toEqual(['https://a.example/x'])
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://a.example/%0aalert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  'https://',
  'https://your-bank.example@evil.example/',
  'http://user:secret@a.example/',
])('%s stays text', (text) => {
  expect(links(text)).toEqual([])
})

test('a sign that turns the direction of writing ends an address', () => {
  expect(links('https://a.example/\u202egpj.exe')).toEqual(['https://a.example/'])
})

test('whatever is written is still there, and links only lead to http and https', () => {
  const words = fc.constantFrom(
    'https://',
    'http://a.b',
    'javascript:',
    '.',
    ')',
    '(',
    '@',
    ' ',
    '\n',
    '<',
    '"',
    'é',
    '\u202e',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(words).map((list) => list.join('')),
      ),
      (text) => {
        const found = pieces(text)
        expect(found.map((piece) => piece.text).join('')).toBe(text)
        for (const { href } of found) {
          if (href === null) continue
          const { protocol, username, hostname } = new URL(href)
          expect(['http:', 'https:']).toContain(protocol)
          expect(username).toBe('')
          expect(hostname).not.toBe('')
        }
      },
    ),
    { numRuns: 2_000 },
  )
})
