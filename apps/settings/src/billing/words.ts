import { plural } from '@rolecall/ui'
import { words as common } from '../words.ts'

export const words = {
  ...common,

  title: 'Plan',
  lead: 'What your plan includes, and how much of it is used. Every plan has the four default roles.',
  names: { basic: 'Basic', pro: 'Pro', unlimited: 'Unlimited' },
  none: 'No custom roles',
  some: (count: number) => plural(count, { one: '{n} custom role', other: '{n} custom roles' }),
  all: 'Custom roles without a limit',
  current: 'Your plan',
  used: (used: number, allowed: number | null) => `${used} of ${allowed ?? '∞'} custom roles used`,
  choose: (name: string) => `Change to ${name}…`,
  changeTitle: (name: string) => `Change to ${name}?`,
  nothing: 'No role is locked or unlocked by this.',
  locks: 'These roles go on working exactly as they are, but are locked: nobody edits them or newly gets one.',
  unlocks: 'These roles are no longer locked.',
  holders: (count: number) => plural(count, { one: '{n} member', other: '{n} members' }),
  yes: (name: string) => `Change to ${name}`,
  changed: (name: string) => `The plan is ${name} now.`,
  cannot: (names: string) => `${names} can change the plan.`,
} as const
