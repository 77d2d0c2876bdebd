import { session } from '@rolecall/ui'
import { sessionWith } from '@rolecall/ui/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { commands } from './commands.ts'
import { destinations } from './destinations.ts'

afterEach(() => {
  session.value = null
  vi.unstubAllEnvs()
})
const ids = () => commands(() => {}).map((command) => command.id)

test('the palette and the rail offer the pages of the role, in one order', () => {
  session.value = sessionWith(['inbox.list', 'contacts.list', 'reports.chats'])
  expect(destinations().map((page) => page.id)).toEqual(['inbox', 'contacts', 'reports'])
  session.value = sessionWith(['inbox.list', 'contacts.list'])
  expect(destinations().map((page) => page.id)).toEqual(['inbox', 'contacts'])
  expect(ids()).toEqual(['inbox', 'contacts', 'theme', 'sign-out'])
})

test('a switch is offered only to who may turn it', () => {
  session.value = sessionWith(['switches.setOnline'])
  expect(ids()).toEqual(['online', 'theme', 'sign-out'])
  session.value = sessionWith(['switches.setWidget'])
  expect(ids()).toEqual(['widget', 'theme', 'sign-out'])
})

test('the settings are offered to who finds something there', () => {
  vi.stubEnv('SETTINGS_CALLS', 'team.members roles.list')
  session.value = sessionWith(['inbox.list', 'roles.list'])
  expect(ids()).toEqual(['inbox', 'settings', 'theme', 'sign-out'])
  expect(destinations().map((page) => page.id)).toEqual(['inbox'])
  session.value = sessionWith(['inbox.list', 'roles.create'])
  expect(ids()).toEqual(['inbox', 'theme', 'sign-out'])
})
