import { expect, test } from 'vitest'
import { inNames, rolesFor } from './names.ts'

test('two databases of a server never share a role, however they are named', () => {
  const names = ['shop', 'app', 'search', 'app_shop', 'Shop', 'ü'.repeat(31), 'ü'.repeat(30), 'x'.repeat(63), '"; drop']
  const roles = names.map(rolesFor).flatMap(({ runtime, search }) => [runtime, search])
  expect(new Set(roles).size).toBe(2 * names.length)
  for (const role of roles) expect(Buffer.byteLength(role)).toBeLessThanOrEqual(63)
})

test('a statement gets the names as they are quoted', () => {
  const roles = { runtime: 'a "b" c', search: 's' }
  expect(inNames('grant select on t to rolecall_app, rolecall_search', roles)).toBe(
    'grant select on t to "a ""b"" c", "s"',
  )
  expect(inNames('create schema rolecall_jobs', roles)).toBe('create schema rolecall_jobs')
})
