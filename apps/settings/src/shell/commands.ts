import { type Command, type Destination, goTo, mayCall, ownCommands } from '@rolecall/ui'
import { paths } from '../paths.ts'
import { questions } from '../questions/list.ts'
import { words } from '../words.ts'
import { navigation } from './navigation.ts'

/** Where the palette and the keys lead: the pages of the navigation, and the console's inbox. */
export const everywhere = (): Destination[] => [
  ...navigation().flatMap((group) => group.pages),
  ...(mayCall('inbox.list') ? [inbox] : []),
]

const inbox: Destination = {
  id: 'inbox',
  label: words.inboxShort,
  icon: 'inbox',
  path: paths.inbox,
  key: 'i',
  away: true,
}

/** What the palette offers this member: pages, a new role, questions about access, theme, sign out. */
export const commands = (route: (path: string) => void): Command[] => [
  ...goTo(everywhere(), route),
  ...(mayCall('roles.create') ? [newRole(route)] : []),
  ...questions().map(
    ({ id, label, path }): Command => ({
      id: `question-${id}`,
      label,
      icon: 'question',
      run: () => route(path),
    }),
  ),
  ...ownCommands(),
]

const newRole = (route: (path: string) => void): Command => ({
  id: 'new-role',
  label: words.newRole,
  icon: 'plus',
  run: () => route(paths.newRole),
})
