import { noReach } from '../src/reach.ts'
import { departments } from './model.ts'
import { type Table, table } from './table.ts'

// The table as it once stood, or as somebody might one day write it: one fault each, and the act by which it must be found.
// What found none of these would find nothing.

const { rules } = table
type Rules = Table['rules']

const nothing = { hold: [], see: noReach, read: false, administrator: false }

/** Where the demand of every change is another one. */
const changes = (to: (about: Parameters<Rules['give']>[0]) => ReturnType<Rules['give']>): Partial<Rules> => ({
  setRole: (about) => ({ ...to(about), administrator: true }),
  give: to,
  holder: to,
  setDepartments: (about) => ({ ...to(about), see: about.added }),
})

export interface Fault {
  readonly name: string
  readonly act: string
  readonly table: Table
}

const inRules = (name: string, act: string, some: Partial<Rules>): Fault => ({
  name,
  act,
  table: { ...table, rules: { ...rules, ...some } },
})

export const faults: readonly Fault[] = [
  {
    name: '“own departments” is compared by its label, whoever’s they are',
    act: 'setRole',
    table: {
      ...table,
      holdingOf: (role, beside, _own, among) => table.holdingOf(role, beside, departments, among),
    },
  },
  inRules('an invitation is sent again without a look at its departments', 'resend', {
    resend: ({ role }) => ({ ...nothing, hold: [role.unreached] }),
  }),
  inRules('an invitation is accepted whatever has become of its sender', 'accept', { accept: () => nothing }),
  {
    name: 'the chats of a deleted department are free, whoever deletes it',
    act: 'deleteDepartment',
    table: { ...table, freed: (_mine, _read, all) => all },
  },
  {
    name: 'chats that are read become free, whatever the others do with them',
    act: 'deactivate',
    table: { ...table, freed: (_mine, read) => read },
  },
  inRules('a colleague is deactivated without conditions', 'deactivate', { deactivate: () => nothing }),
  inRules('a colleague is reactivated without conditions', 'reactivate', { reactivate: () => nothing }),
  inRules('what a colleague who comes back has assigned is not asked about', 'reactivate', {
    reactivate: (about) => ({ ...rules.reactivate(about), read: false }),
  }),
  inRules(
    'what is gained is compared, not the whole',
    'give',
    changes((about) => ({ ...rules.give(about), hold: [about.after.now.minus(about.before.now)] })),
  ),
  { name: 'what is temporary is handed on', act: 'give', table: { ...table, mine: ({ now }) => now } },
  inRules(
    'seeing is turned on, and with it what is assigned opens',
    'give',
    changes((about) => ({ ...rules.give(about), read: false })),
  ),
  inRules(
    'only seeing is asked about, not what else is done with assigned chats',
    'give',
    changes((about) => ({
      ...rules.give(about),
      read: about.active && !sees(about.before.now) && sees(about.after.now),
    })),
  ),
  inRules(
    'a right on assigned chats that was to end is made lasting unasked',
    'editRole',
    changes((about) => ({
      ...rules.give(about),
      read: about.active && about.after.now.opensMoreThan(about.before.now),
    })),
  ),
  inRules('departments are added that the actor does not see', 'setDepartments', {
    setDepartments: ({ active }) => ({ ...nothing, read: active }),
  }),
  inRules('the last Administrator goes', 'setRole', {
    setRole: (about) => ({ ...rules.setRole(about), administrator: false }),
  }),
]

function sees(holding: ReturnType<Table['mine']>): boolean {
  return table.receives(holding)
}
