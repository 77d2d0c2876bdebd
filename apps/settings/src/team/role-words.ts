import { plural } from '@rolecall/ui'
import { words as common } from '../words.ts'

/** The words of giving a role: loaded when the dialog is opened. */
export const roleWords = {
  ...common,

  title: (name: string) => `Role of ${name}`,
  titleMany: (count: number) => plural(count, { one: 'Role of {n} member', other: 'Role of {n} members' }),
  role: 'Role they get',
  choose: 'Choose a role…',
  now: (role: string) => `${role} (now)`,
  not: (role: string) => `${role} (not yours to give)`,
  lead: 'Nothing changes until you give it.',
  asking: 'Working out what changes…',
  means: 'What that means',
  same: 'Nothing changes: it is the role they have.',
  from: (from: string, to: string) => `${from} → ${to}`,
  both: (own: string, more: string) => `${own} and ${more}`,
  gains: (count: number) => plural(count, { one: 'Gains {n} permission', other: 'Gains {n} permissions' }),
  loses: (count: number) => plural(count, { one: 'Loses {n} permission', other: 'Loses {n} permissions' }),
  gainsShort: (count: number) => `gains ${count}`,
  losesShort: (count: number) => `loses ${count}`,
  alike: 'May do the same as before.',
  sees: (what: string) => `Sees ${what}.`,
  away: 'Deactivated: it holds for when they are back.',
  tokens: 'API tokens that it reaches',
  tokenOf: (name: string, owner: string) => `${name}, of ${owner}`,
  refused: 'This cannot be done',
  raises: 'An Administrator may do everything',
  raisesBody: 'Also pay and cancel, manage every other member, and take the role of an Administrator away, yours too.',
  administrator: 'Administrator',
  type: (word: string) => `Type “${word}” to go on`,
  typeFirst: (word: string) => `Type “${word}” first.`,
  chooseFirst: 'Choose the role that they get.',
  give: 'Give role',
  given: (name: string, role: string) => `${name} is ${role} now.`,
  givenMany: (count: number, role: string) =>
    `${plural(count, { one: '{n} member has', other: '{n} members have' })} the role ${role} now.`,
} as const
