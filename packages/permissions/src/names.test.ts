import { expect, test } from 'vitest'
import { names } from './names.ts'

// What was released. When a permission is added, it is added here too, at the end; nothing else may ever change.
const released = `
inbox.view inbox.reply inbox.assign inbox.close inbox.delete
contacts.view contacts.details contacts.edit contacts.import contacts.export contacts.delete
replies.use replies.manage chatbot.manage reports.view reports.export
team.status widget.visibility widget.customize
team.view team.invite team.manage team.administrators team.departments
roles.view roles.manage account.view account.manage email.view email.manage notifications.manage
domains.view domains.manage billing.view billing.card billing.details billing.plan billing.cancel
api.manage webhooks.manage security.manage audit.view`

test('the names are those that were released, in their order', () => {
  expect(names).toEqual(released.trim().split(/\s+/))
})

test('every name is a section, a dot and an action, in lower-case letters', () => {
  expect(names.filter((name) => !/^[a-z]+\.[a-z]+$/.test(name))).toEqual([])
})
