import { session } from '@rolecall/ui'
import { sessionWith } from '@rolecall/ui/testing'
import { afterEach, expect, test } from 'vitest'
import { pages } from '../pages.ts'
import { commands, everywhere } from './commands.ts'

afterEach(() => {
  session.value = null
})

test('the palette offers the pages of the navigation, and what the role may do', () => {
  session.value = sessionWith(['roles.list', 'billing.plan'])
  const ids = () => commands(() => {}).map((command) => command.id)
  expect(ids()).toEqual(['roles', 'matrix', 'plan', 'question-which-roles', 'theme', 'sign-out'])
  session.value = sessionWith(['roles.list', 'roles.create', 'inbox.list'])
  expect(ids()).toEqual(['roles', 'matrix', 'inbox', 'new-role', 'question-which-roles', 'theme', 'sign-out'])
})

test('no two pages have the same key', () => {
  session.value = sessionWith(['inbox.list', ...pages.map(({ call }) => call)])
  const keys = everywhere().map((page) => page.key)
  expect(keys.length).toBeGreaterThan(8)
  expect(new Set(keys).size).toBe(keys.length)
})
