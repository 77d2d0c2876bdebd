import { expect, test } from 'vitest'
import { deep } from './deep.ts'
import { faults } from './faults.ts'
import { type Account, administrator, member, templates } from './model.ts'
import { places } from './property.ts'
import { Reckoning } from './reckoning.ts'
import { type Table, table } from './table.ts'

const role = (chat_scope: string, unassigned: boolean, ...permissions: string[]) =>
  templates.findIndex(
    (one) =>
      one.preset === null &&
      one.chat_scope === chat_scope &&
      one.unassigned === unassigned &&
      one.permissions.join() === permissions.join(),
  )
const one = { role: 1, beside: 0, ends: false, departments: 0, active: true }
const chatOf = (assignee: number | null, department: string | null) =>
  places.findIndex((place) => place.assignee === assignee && place.department === department)

/** Somebody who manages the first department and the chats of none, and a colleague of the second with less. */
const lead: Account = {
  roles: [0, role('departments', true, 'inbox.view', 'inbox.assign', 'team.manage'), role('mine', false)],
  members: [member({ ...one, departments: 1 }), member({ ...one, role: 2, departments: 2 }), administrator],
}
/** The same, but that they manage for a while. */
const forAWhile: Account = {
  roles: [0, role('mine', false), role('departments', false, 'inbox.view', 'inbox.assign', 'team.manage')],
  members: [
    member({ ...one, beside: 6, ends: true, departments: 1 }),
    member({ ...one, departments: 1 }),
    administrator,
  ],
}

const search = (of: Table) => {
  const ask = new Reckoning(of)
  return [
    deep(lead, chatOf(1, 'd2'), 2, ask),
    deep(lead, chatOf(null, 'd2'), 2, ask),
    deep(forAWhile, chatOf(null, 'd1'), 2, ask),
  ]
}

test('two steps by two members, and time passing: nothing is found', { timeout: 600_000 }, () => {
  const found = search(table)
  console.log(`deep search: ${found.map(({ states }) => states).join(' + ')} states, two steps each`)
  expect(found.map((one) => one.found)).toEqual([null, null, null])
  for (const { states } of found) expect(states).toBeGreaterThan(10)
})

test.each([
  '“own departments” is compared by its label, whoever’s they are',
  'the chats of a deleted department are free, whoever deletes it',
  'seeing is turned on, and with it what is assigned opens',
  'what is temporary is handed on',
])('it finds, as single steps do: %s', { timeout: 600_000 }, (name) => {
  const fault = faults.find((one) => one.name === name)
  if (!fault) throw new Error(name)
  expect(search(fault.table).filter(({ found }) => found !== null)).not.toEqual([])
})
