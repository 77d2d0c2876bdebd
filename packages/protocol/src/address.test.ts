import { expect, test } from 'vitest'
import { asciiDomain, emailAddress } from './address.ts'

const taken = (written: string) => emailAddress.test(asciiDomain(written))

test.each([
  'ana@example.com',
  'user&co@example.com',
  'joe/dept=sales@example.com',
  "o'brien+shop@mail.example.co.uk",
  'a@localhost',
  '.dots..anywhere.@example.com',
  'ana@münchen.example',
  'ana@例え.テスト',
  'ana@почта.рф',
  'ana@مثال.إختبار',
])('%s is taken', (written) => expect(taken(written)).toBe(true))

test.each([
  '',
  'ana',
  '@example.com',
  'ana@',
  'a b@example.com',
  'ana@exa mple.com',
  'ana@-a.example',
  'ana@a..example',
  'ana@example.com\nBcc: c@d.example',
  'ana@münchen.example/path',
  'ana@user:pass@münchen.example?x',
  'ana@münchen.example:25',
  'ünder@example.com',
  `ana@${'a'.repeat(64)}.example`,
])('%j is not', (written) => expect(taken(written)).toBe(false))

test('a domain in another script travels as punycode, everything else as it is', () => {
  expect(asciiDomain('Ana@MÜNCHEN.example')).toBe('Ana@xn--mnchen-3ya.example')
  expect(asciiDomain('Ana@Example.com')).toBe('Ana@Example.com')
  expect(asciiDomain('Ana')).toBe('Ana')
})
