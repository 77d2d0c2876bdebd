import { session } from '@rolecall/ui'
import { sessionWith } from '@rolecall/ui/testing'
import { afterEach, expect, test } from 'vitest'
import { commands, matching } from './commands.ts'
import { destinations } from './destinations.ts'

afterEach(() => {
  session.value = null
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

test('a command is found by the beginnings of its words, in any order', () => {
  session.value = sessionWith(['inbox.list', 'contacts.list', 'switches.setOnline'])
  const found = (text: string) =>
    matching(
      commands(() => {}),
      text,
    ).map((command) => command.id)
  expect(found('')).toHaveLength(5)
  expect(found('con')).toEqual(['contacts'])
  expect(found('online TURN')).toEqual(['online'])
  expect(found('xyz')).toEqual([])
})
