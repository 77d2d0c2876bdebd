import { plural } from '@rolecall/ui'
import { words as common } from '../words.ts'

/** The words of giving a role from its own page. */
export const assignWords = {
  ...common,
  title: (name: string) => `Give “${name}” to`,
  search: 'Search members',
  clear: 'Clear the search',
  none: 'Nobody else has these words.',
  chooseFirst: 'Choose somebody first.',
  typeFirst: 'Type the word first.',
  means: 'What that means',
  give: 'Give the role',
  given: (count: number, role: string) =>
    plural(count, { one: `{n} member has “${role}” now.`, other: `{n} members have “${role}” now.` }),
} as const
