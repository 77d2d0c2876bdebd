// What must compile and what must not. tsc reads this file; nothing runs it.
import { type Catalogue, catalogue, extend } from './catalogue.ts'
import { can } from './decide.ts'
import { type Grants, grantsOf, has, noGrants, toNames, union } from './grants.ts'
import type { Permission, SectionKey } from './names.ts'
import { closeUpwards, withdraw } from './requires.ts'
import { grantsOfRole } from './role.ts'
import { defineSection, type PermissionOf } from './section.ts'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type True<T extends true> = T

// The list of names and the catalogue are the same union, written twice.
type Described = PermissionOf<(typeof catalogue)['sections'][number]>
export type Ours = [
  True<Same<Permission, Described>>,
  True<Same<SectionKey, (typeof catalogue)['sections'][number]['key']>>,
]

// Pairs that exist, never section × action.
// @ts-expect-error the inbox has no export
export const pair: Described = 'inbox.export'

const crm = defineSection('crm', {
  label: 'Deals',
  describes: 'Deals that grew out of chats',
  actions: {
    view: { label: 'See deals', describes: 'Opens the list', risk: 'low', needs: ['contacts.view'], roles: ['Agent'] },
    edit: { label: 'Edit deals', describes: 'Changes them', risk: 'medium', needs: ['crm.view'] },
  },
})

const extended = extend(catalogue, crm)
type More = Permission | 'crm.view' | 'crm.edit'
export type Theirs = [
  True<Same<PermissionOf<typeof crm>, 'crm.view' | 'crm.edit'>>,
  True<Same<(typeof extended)['bits']['names'][number], More>>,
  True<Same<typeof grants, Grants<More>>>,
]

const grants = grantsOf(['inbox.view', 'crm.view'], extended.bits)
can(grants, 'crm.edit')
can(grants, 'inbox.view')
has(extended.roles.Agent, 'crm.view')
withdraw(closeUpwards(grants), 'crm.view')
export const named: More[] = toNames(grants)
// Ours are a part of theirs.
union(grants, noGrants)
const role = { preset: null, permissions: ['crm.edit'], full_sections: [] }
can(grantsOfRole(role, extended), 'crm.edit')
export const any: Catalogue = extended

// @ts-expect-error there is no such action
can(grants, 'crm.delete')
// @ts-expect-error ours does not know it
can(noGrants, 'crm.view')
// @ts-expect-error ours does not know it
grantsOf(['crm.view'])
// @ts-expect-error another spelling
grantsOf(['crm.View'], extended.bits)
// @ts-expect-error ours does not know it
can(grantsOfRole(role), 'crm.edit')

const two = extend(
  extended,
  defineSection('notes', {
    label: 'Notes',
    describes: 'Notes',
    actions: { view: { label: 'See notes', describes: 'See', risk: 'low' } },
  }),
)
export type Two = True<Same<(typeof two)['bits']['names'][number], More | 'notes.view'>>

// @ts-expect-error A section "crm" exists already
extend(extended, crm)

defineSection('deals', {
  label: 'Deals',
  describes: 'Deals',
  actions: {
    // @ts-expect-error needs a permission that neither we nor this section have
    view: { label: 'x', describes: 'x', risk: 'low', needs: ['deals.edit'] },
    // @ts-expect-error there is no such risk
    send: { label: 'x', describes: 'x', risk: 'severe' },
    // @ts-expect-error every action says what it opens
    lose: { label: 'x', risk: 'low' },
    // @ts-expect-error the Administrator holds everything anyway
    win: { label: 'x', describes: 'x', risk: 'low', roles: ['Administrator'] },
  },
})
