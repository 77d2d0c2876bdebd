import { describe, expect, test } from 'vitest'
import { catalogue, extend } from './catalogue.ts'
import { defaultRoleNames } from './default-names.ts'
import { defaultRoles } from './default-roles.ts'
import { toNames } from './grants.ts'
import { names } from './names.ts'
import { toJson, toMarkdown } from './print.ts'
import { defineSection } from './section.ts'

const crm = defineSection('crm', {
  label: 'Deals | offers',
  describes: 'Deals that grew out of chats',
  actions: {
    view: { label: 'See deals', describes: 'Opens the list', risk: 'low', roles: ['Agent'] },
    edit: { label: 'Edit a | b', describes: 'Changes | them', risk: 'high', needs: ['crm.view', 'inbox.view'] },
  },
})
const extended = extend(catalogue, crm)

describe('toJson', () => {
  const printed = JSON.parse(JSON.stringify(toJson()))

  test('names what each default role holds', () => {
    expect(Object.keys(printed.roles)).toEqual(defaultRoleNames)
    for (const role of defaultRoleNames) expect(printed.roles[role]).toEqual(toNames(defaultRoles[role]))
  })

  test('lists every permission of every section, with all that is known about it', () => {
    const permissions = printed.sections.flatMap((section: { permissions: { name: string }[] }) => section.permissions)
    expect(permissions.map(({ name }: { name: string }) => name).toSorted()).toEqual(names.toSorted())
    expect(printed.sections[0]).toMatchObject({ key: 'inbox', label: 'Inbox', describes: 'Chats with visitors' })
    expect(printed.sections[0].permissions[4]).toEqual({
      name: 'inbox.delete',
      label: 'Delete chats for good',
      describes: 'Removes a chat with all its messages; nobody can bring it back',
      risk: 'high',
      needs: ['inbox.view'],
    })
    expect(printed.sections[0].permissions[0].needs).toEqual([])
  })

  test('shows a section from outside like the others', () => {
    expect(
      toJson(extended)
        .sections.at(-1)
        ?.permissions.map(({ name }) => name),
    ).toEqual(['crm.view', 'crm.edit'])
    expect(toJson(extended).roles.Agent).toContain('crm.view')
    expect(toJson(extended).roles.Agent).not.toContain('crm.edit')
  })
})

describe('toMarkdown', () => {
  const lines = toMarkdown(extended).split('\n')

  test('has a table for each section', () => {
    expect(lines[0]).toBe('# Permissions')
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(catalogue.sections.length + 1)
    expect(
      toMarkdown()
        .split('\n')
        .filter((line) => line.startsWith('| `')),
    ).toHaveLength(names.length)
    expect(lines.slice(1, 9)).toEqual([
      '',
      '## Inbox',
      '',
      'Chats with visitors.',
      '',
      '| Permission | What it allows | Risk | Needs | Administrator | Supervisor | Agent | Support |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| `inbox.view` | **See chats.** Opens the inbox and the chats that the role’s scope reaches, live | low |  | yes | yes | yes | yes |',
    ])
  })

  test('a bar in a text does not end its cell, and the last line ends', () => {
    expect(lines.slice(-3)).toEqual([
      '| `crm.view` | **See deals.** Opens the list | low |  | yes |  | yes |  |',
      '| `crm.edit` | **Edit a \\| b.** Changes \\| them | high | `crm.view`, `inbox.view` | yes |  |  |  |',
      '',
    ])
  })

  test('two sections are a line apart', () => {
    const second = lines.indexOf('## Contacts')
    expect(lines.slice(second - 2, second + 1)).toEqual([
      expect.stringMatching(/^\| `inbox.delete`/),
      '',
      '## Contacts',
    ])
  })
})
