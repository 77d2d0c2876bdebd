import { plural } from '@rolecall/ui'
import { words as common } from '../words.ts'

export const words = {
  ...common,

  title: 'Questions',
  lead: 'What one asks about access, and where it is answered.',
  all: 'All questions',
  day: 'On the day',
  role: 'Role',
  chooseRole: 'Choose a role',
  deleted: (name: string) => `${name} (deleted)`,
  contact: 'Contact',
  now: 'Now',

  may: (name: string, what: string) => `${name} may “${what}”.`,
  mayNot: (name: string, what: string) => `${name} may not “${what}”.`,
  shutOut: 'They are deactivated: nothing is allowed to them.',
  lacks: (role: string) => `Their role ${role} does not have it, and it was not given to them beside it.`,
  givers: 'Who could give it',
  nobodyGives: 'Nobody on the team could give it by themselves.',
  give: 'Give…',
  gaveLink: 'Who gave it to them?',

  byRole: (role: string) => `By the role ${role}`,
  given: (by: string) => `Given by ${by}`,
  joined: 'They joined the team with it',
  notRecorded: 'Who gave them the role is not recorded.',
  always: 'The role has always had it.',
  has: (version: string, by: string) => `The role has it since version ${version}, saved by ${by}`,
  beside: 'Given beside the role',
  reason: (text: string) => `Reason: ${text}`,
  until: 'ends',
  notHeld: 'They do not have it.',

  people: (count: number) => plural(count, { one: '{n} person', other: '{n} people' }),
  left: 'has left',
  since: (day: string) => `What was, is recorded since ${day}. Before that nobody can say.`,
  nobody: 'Nobody',
  nobodyBody: 'Nobody on the team sees a chat of this contact.',

  noThen: 'There is no record of the role on that day.',
  version: (n: string) => `Version ${n}`,
  by: (who: string) => `saved by ${who}`,
  unchanged: 'as it was made',
  was: 'What it was',
  today: 'From then to today',
  same: 'It is the same today.',
  gone: 'The role is deleted today.',
  nothing: 'It allowed nothing.',
  week: 'Show the last 7 days',
} as const
