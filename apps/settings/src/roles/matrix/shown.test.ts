import type { CatalogueSection, RoleSummary } from '@rolecall/protocol'
import { expect, test } from 'vitest'
import { shownOf } from './shown.ts'

const permission = (name: string, label: string) => ({
  name,
  label,
  describes: '',
  risk: 'low' as const,
  needs: [],
  idle: false,
})
const sections: CatalogueSection[] = [
  { key: 'inbox', label: 'Inbox', describes: '', permissions: [permission('inbox.view', 'See chats')] },
  {
    key: 'roles',
    label: 'Roles',
    describes: '',
    permissions: [permission('roles.view', 'See roles'), permission('roles.manage', 'Change roles')],
  },
]
const role = (id: string, ...grants: string[]) => ({ id, name: id, grants }) as unknown as RoleSummary
const roles = [role('a', 'inbox.view', 'roles.view'), role('b', 'inbox.view', 'roles.manage'), role('c')]
const all = { search: '', left: '', right: '', onlyDifferent: false }

const names = (asked: Partial<typeof all>) =>
  shownOf(sections, roles, { ...all, ...asked }).sections.flatMap((one) => one.permissions.map(({ name }) => name))

test('all of it, or what has these words in its label, its name or its section', () => {
  expect(names({})).toEqual(['inbox.view', 'roles.view', 'roles.manage'])
  expect(names({ search: ' change ' })).toEqual(['roles.manage'])
  expect(names({ search: 'inbox' })).toEqual(['inbox.view'])
  expect(names({ search: 'nothing' })).toEqual([])
})

test('two beside each other, and what differs', () => {
  const shown = shownOf(sections, roles, { ...all, left: 'a', right: 'b' })
  expect([shown.roles.map(({ id }) => id), shown.different]).toEqual([['a', 'b'], 2])
  expect(names({ left: 'a', right: 'b', onlyDifferent: true })).toEqual(['roles.view', 'roles.manage'])
  // One alone is compared with nothing.
  expect(shownOf(sections, roles, { ...all, left: 'a', onlyDifferent: true })).toMatchObject({ different: null })
  expect(names({ left: 'a', onlyDifferent: true })).toHaveLength(3)
})
