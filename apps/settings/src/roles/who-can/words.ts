import { plural } from '@rolecall/ui'
import { words as common } from '../../words.ts'

export const words = {
  ...common,

  title: 'Who can…?',
  lead: 'Pick a permission and see everybody who holds it, and why. Or pick a member, and see all that they can do.',
  way: 'Question',
  who: 'Who can …?',
  what: 'What can … do?',
  permission: 'Permission',
  member: 'Member',
  choose: 'Choose a member',
  csv: 'Download as CSV',
  people: (count: number) => plural(count, { one: '{n} person can', other: '{n} people can' }),
  nobody: 'Nobody can',
  nobodyBody: 'No active role, member or token holds it.',
  roles: 'Roles',
  holders: (count: number) => plural(count, { one: '{n} member', other: '{n} members' }),
  members: 'People',
  tokens: 'API tokens',
  of: (owner: string) => `acts for ${owner}`,
  until: 'ends',
  deactivated: 'Deactivated',
  can: 'can',
  cannot: 'cannot',
  notHeld: 'Not held',
  sees: (chats: string) => `Sees ${chats}.`,
} as const
