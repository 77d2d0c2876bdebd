import fc, { type Arbitrary } from 'fast-check'
import { Raw } from './json.ts'

const deep = (depth: number) => new Raw(`${'['.repeat(depth)}${']'.repeat(depth)}`)
const nest = (depth: number) => new Raw(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)

/** Texts that have brought other servers down, or that mean something to a layer below. */
const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\ufeffx',
  '\u2028',
  '\r\nSet-Cookie: a=b',
  "'; DROP TABLE message; --",
  "' OR '1'='1",
  '$1',
  '%',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '${7*7}',
  '../../../../etc/passwd',
  'javascript:alert(1)',
  'https://127.0.0.1:1/',
  '=HYPERLINK("http://x")',
  '__proto__',
  'constructor',
  'NaN',
  'Infinity',
  '1e999',
  '-1',
  '0000-00-00',
  '2026-02-30',
  '00000000-0000-0000-0000-00000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{00000000-0000-0000-0000-000000000000}',
  '00000000-0000-0000-0000-000000000000\n',
  '６０００００００-0000-0000-0000-000000000000',
  'Z̵͇̈́a̷l̶g̵o̶'.repeat(50),
]
const numbers: unknown[] = [
  -1,
  -0.5,
  0.1,
  1.5,
  101,
  2 ** 31,
  2 ** 53,
  2 ** 64,
  1e308,
  5e-324,
  new Raw('-0'),
  new Raw('1e999'),
  new Raw('1.0'),
]
const others: unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  [null],
  { length: 1 },
  { toString: 'x', valueOf: 1 },
  new Raw('{"__proto__":{"polluted":true}}'),
  new Raw('{"constructor":{"prototype":{"polluted":true}}}'),
  new Raw('{"id":1,"id":2}'),
  new Raw('undefined'),
  new Raw('NaN'),
  new Raw("'single'"),
  new Raw('"\\x"'),
  new Raw('{"a":1'),
  new Raw('1 2'),
]

/** A value that belongs nowhere. `roomy`: where a body goes along, big ones too; an address has to stay short. */
export function nasty(roomy: boolean): Arbitrary<unknown> {
  const small = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...texts) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers) },
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...others) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(deep(200), nest(100), 'x'.repeat(3000)) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  )
  if (!roomy) return small
  const big = [
    deep(20_000),
    nest(20_000),
    'x'.repeat(10_001),
    'é'.repeat(90_000),
    Array(20_000).fill(null),
    Array.from({ length: 2000 }, () => ({})),
  ]
  return fc.oneof({ weight: 20, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom<unknown>(...big) })
}

/** Names of keys that nobody asked for: what a body must not be able to say, and what an object must not be taught. */
export const surplus = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'accountId',
  'account_id',
  'role',
  'permissions',
  'plan',
  'isAdmin',
  '',
  '0',
  'a\0b',
  '\ud800',
  "'; DROP TABLE message; --",
  '<b>',
  'k'.repeat(2000),
]
