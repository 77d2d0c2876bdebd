import { expect, test } from 'vitest'
import { read, readAny } from './order.ts'
import { permissions } from './permissions.ts'
import { Usage } from './usage.ts'

test('reads a change of role', () => {
  expect(read(['members', 'set-role', 'ana@example.test', 'Night shift'])).toEqual({
    verb: 'setRole',
    email: 'ana@example.test',
    input: { role: 'Night shift' },
  })
})

test('reads what it can be asked about letters and links', () => {
  const email = 'ana@example.test'
  expect(read(['members', 'password-link', email])).toEqual({ verb: 'passwordLink', email, input: {} })
  expect(read(['letters', '--member', email])).toEqual({ verb: 'letters', email, input: {} })
})

test('reads a token to make', () => {
  const line = 'tokens create --member ana@example.test --permissions inbox.view,inbox.reply --name Bot'
  expect(read(line.split(' '))).toEqual({
    verb: 'createToken',
    email: 'ana@example.test',
    input: { permissions: ['inbox.view', 'inbox.reply'], name: 'Bot' },
  })
})

test.each([
  'members',
  'members set-role ana@example.test',
  'members set-role ana@example.test Night shift',
  'members fire ana@example.test',
  'members password-link',
  'members password-link ana@example.test now',
  'letters',
  'letters ana@example.test',
  'tokens create --member ana@example.test --name x',
  'tokens create --member a@b.test --permissions inbox.view --name x --for ever',
  'tokens create --permissions',
])('does not guess what "%s" means', (line) => {
  expect(() => read(line.split(' '))).toThrow(Usage)
})

test('reads any other order by its name', () => {
  expect(readAny(['countDeals', '--member', 'ana@example.test', '--input', '{"since":"May"}'])).toEqual({
    verb: 'countDeals',
    email: 'ana@example.test',
    input: { since: 'May' },
  })
  for (const line of ['', '--member a@b.test', 'countDeals', 'countDeals --member a@b.test --input {'])
    expect(() => readAny(line.split(' '))).toThrow(Usage)
})

test('prints the permissions as data by default, as a document when asked', () => {
  const { roles } = JSON.parse(permissions([]))
  expect(roles.Administrator).toHaveLength(42)
  expect(permissions(['--markdown'])).toContain('| `inbox.delete` |')
  expect(() => permissions(['--yaml'])).toThrow(Usage)
  expect(() => permissions(['--json', '--markdown'])).toThrow(Usage)
})
