import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { can } from './decide.ts'
import { defaultRoleNames } from './default-names.ts'
import { defaultRoles } from './default-roles.ts'
import { names, type Permission } from './names.ts'

// The product's table, typed by hand. These are facts about what was asked for, not a copy of the code: when a test
// here fails, the code is wrong.
const facts = `
                      Administrator  Supervisor  Agent  Support
inbox.view            yes            yes         yes    yes
inbox.reply           yes            yes         yes    yes
inbox.assign          yes            yes         yes    yes
inbox.close           yes            yes         yes    yes
inbox.delete          yes            yes         yes    no
contacts.view         yes            yes         yes    yes
contacts.details      yes            yes         yes    yes
contacts.edit         yes            yes         yes    yes
contacts.import       yes            yes         yes    no
contacts.export       yes            yes         no     no
contacts.delete       yes            yes         yes    no
replies.use           yes            yes         yes    yes
replies.manage        yes            yes         yes    no
chatbot.manage        yes            yes         yes    no
reports.view          yes            yes         no     no
reports.export        yes            yes         no     no
team.status           yes            yes         no     no
widget.visibility     yes            yes         no     no
widget.customize      yes            yes         yes    no
team.view             yes            yes         yes    no
team.invite           yes            yes         no     no
team.manage           yes            yes         no     no
team.administrators   yes            no          no     no
team.departments      yes            yes         no     no
roles.view            yes            yes         no     no
roles.manage          yes            yes         no     no
account.view          yes            yes         yes    no
account.manage        yes            yes         yes    no
email.view            yes            yes         yes    no
email.manage          yes            yes         yes    no
notifications.manage  yes            yes         yes    yes
domains.view          yes            yes         no     no
domains.manage        yes            yes         no     no
billing.view          yes            yes         no     no
billing.card          yes            no          no     no
billing.details       yes            no          no     no
billing.plan          yes            no          no     no
billing.cancel        yes            no          no     no
api.manage            yes            yes         no     no
webhooks.manage       yes            yes         no     no
security.manage       yes            yes         no     no
audit.view            yes            yes         no     no`

const [header = [], ...rows] = facts
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

test('the table is whole: 42 permissions, four roles, yes or no in every field', () => {
  expect(header).toEqual(defaultRoleNames)
  expect(rows.map(([name]) => name)).toEqual(names)
  expect(rows.flatMap(([, ...fields]) => fields).filter((field) => field === 'yes' || field === 'no')).toHaveLength(168)
})

test.each(rows)('%s: Administrator %s, Supervisor %s, Agent %s, Support %s', (name, ...fields) => {
  const decided = defaultRoleNames.map((role) => (can(defaultRoles[role], name as Permission) ? 'yes' : 'no'))
  expect(decided).toEqual(fields)
})

test('where the product’s own file lies beside the repository, it says the same', () => {
  const file = new URL('../../../../shared/roles.csv', import.meta.url)
  const written = rows.map(([name, ...fields]) => [name, ...fields.map((field) => (field === 'yes' ? '1' : '0'))])
  const asked = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(1) : written.map(String)
  expect(asked.map((line) => line.split(',').slice(0, 5))).toEqual(written)
})
