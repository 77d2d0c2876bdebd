import { plural } from '@rolecall/ui'
import { words as common } from '../../words.ts'

export const words = {
  ...common,

  title: 'Roles side by side',
  lead: 'Every permission and every role. Two roles can be laid beside each other.',
  search: 'Search permissions',
  clear: 'Clear the search',
  filters: 'What is shown',
  all: 'All roles',
  left: 'Compare',
  right: 'with',
  onlyDifferent: 'Only what differs',
  differs: (count: number) => plural(count, { one: '{n} difference', other: '{n} differences' }),
  differ: 'differs',
  print: 'Print',
  csv: 'Download as CSV',
  table: 'Permissions by role',
  permission: 'Permission',
  chats: 'Chats it sees',
  may: 'may',
  mayNot: 'may not',
  none: 'No such permission',
  noneBody: 'Nothing here has these words.',
  clearFilters: 'Clear filters',
} as const
