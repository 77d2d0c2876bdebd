import { plural } from '@rolecall/ui'
import { words as common } from '../words.ts'

export const words = {
  ...common,

  title: 'Departments',
  lead: 'Who answers what. A role can be limited to the chats of its member’s departments.',
  add: 'Add department',
  addTitle: 'New department',
  name: 'Name',
  create: 'Create',
  created: (name: string) => `${name} is there. Add people to it from Team Members.`,
  members: 'Members',
  nobody: 'Nobody yet',
  open: 'Open chats',
  actions: 'More',
  more: (name: string) => `More for ${name}`,
  rename: 'Rename…',
  renameTitle: (name: string) => `Rename ${name}`,
  renamed: (name: string) => `It is called ${name} now.`,
  pages: 'Its pages',
  pagesNone: 'Any',
  pagesMore: (count: number) => `and ${count} more`,
  pagesEdit: 'Its pages…',
  pagesTitle: (name: string) => `Which pages belong to ${name}?`,
  pagesLabel: 'Parts of addresses, one in each line',
  pagesHint: 'A chat that begins on a page whose address has one of them waits here. The longest part decides.',
  pagesMany: (most: number) => `At most ${most} lines`,
  pagesSnippet: 'A page can also say it itself, in its snippet:',
  pagesSaved: (name: string) => `The pages of ${name} are saved.`,
  people: 'Show its members',
  delete: 'Delete…',
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteBody: (members: number, chats: number) =>
    `${plural(members, { one: '{n} member leaves', other: '{n} members leave' })} it, and ${plural(chats, { one: '{n} open chat belongs', other: '{n} open chats belong' })} to no department; chats that you do not see stay with it, for those who see all. Roles that are limited to departments see fewer chats.`,
  deleteYes: 'Delete department',
  deleted: (name: string, kept: number) =>
    kept === 0
      ? `${name} is deleted.`
      : `${name} is deleted. ${plural(kept, { one: '{n} chat stays', other: '{n} chats stay' })} with it, because you do not see all of them: ask somebody who sees all chats.`,
  none: 'No departments yet',
  noneBody: 'With departments, chats find the right people, and a role can be limited to them.',
} as const
