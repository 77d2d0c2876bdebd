import { expect, test, vi } from 'vitest'
import { type Command, goTo, matching, ownCommands } from './commands.ts'
import type { Destination } from './destination.ts'

const pages: readonly Destination[] = [
  { id: 'inbox', label: 'Inbox', icon: 'inbox', path: '/console/inbox', key: 'i' },
  { id: 'contacts', label: 'Contacts', icon: 'contacts', path: '/console/contacts', key: 'c' },
  { id: 'settings', label: 'Settings', icon: 'settings', path: '/settings/', key: 's', away: true },
]
const turn: Command = { id: 'online', label: 'Turn off: Our team is online', icon: 'chat', run: () => {} }

test('a command is found by the beginnings of its words, in any order', () => {
  const list = [...goTo(pages, () => {}), turn, ...ownCommands()]
  const found = (text: string) => matching(list, text).map((command) => command.id)
  expect(found('')).toEqual(['inbox', 'contacts', 'settings', 'online', 'theme', 'sign-out'])
  expect(found('con')).toEqual(['contacts'])
  expect(found('online TURN')).toEqual(['online'])
  expect(found('xyz')).toEqual([])
})

test('a page of this app is routed to, one of another app is loaded', () => {
  const route = vi.fn()
  const assign = vi.fn()
  vi.stubGlobal('location', { assign })
  for (const command of goTo(pages, route)) command.run()
  expect(route.mock.calls).toEqual([['/console/inbox'], ['/console/contacts']])
  expect(assign.mock.calls).toEqual([['/settings/']])
  vi.unstubAllGlobals()
})
