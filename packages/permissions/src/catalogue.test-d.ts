// What must compile and what must not. tsc reads this file; nothing runs it.
import { type Catalogue, catalogue, extend } from './catalogue.ts'
import { can } from './decide.ts'
import { grantsOf, has, noGrants, toNames, union } from './grants.ts'
import type { Permission, SectionKey } from './names.ts'
import { closeUpwards, withdraw } from './requires.ts'
import { grantsOfRole } from './role.ts'
import { defineSection, type PermissionOf } from './section.ts'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const check = <_T extends true>() => {}

// The list of names and the catalogue are the same union, written twice.
type Described = PermissionOf<(typeof catalogue)['sections'][number]>
check<Same<Permission, Described>>()
check<Same<SectionKey, (typeof catalogue)['sections'][number]['key']>>()

// Pairs that exist, never section × action.
// @ts-expect-error the inbox has no export
const _pair: Described = 'inbox.export'

const crm = defineSection('crm', {
  label: 'Deals',
  describes: 'Deals that grew out of chats',
  actions: {
    view: { label: 'See deals', describes: 'Opens the list', risk: 'low', needs: ['contacts.view'], roles: ['Agent'] },
    edit: { label: 'Edit deals', describes: 'Changes them', risk: 'medium', needs: ['crm.view'] },
  },
})
check<Same<PermissionOf<typeof crm>, 'crm.view' | 'crm.edit'>>()

const extended = extend(catalogue, crm)
check<Same<(typeof extended)['bits']['names'][number], Permission | 'crm.view' | 'crm.edit'>>()

const grants = grantsOf(['inbox.view', 'crm.view'], extended.bits)
can(grants, 'crm.edit')
can(grants, 'inbox.view')
has(extended.roles.Agent, 'crm.view')
withdraw(closeUpwards(grants), 'crm.view')
check<
  Same<ReturnType<typeof toNames<Permission | 'crm.view' | 'crm.edit'>>[number], Permission | 'crm.view' | 'crm.edit'>
>()
// Ours are a part of theirs.
union(grants, noGrants)
const role = { preset: null, permissions: ['crm.edit'], full_sections: [] }
can(grantsOfRole(role, extended), 'crm.edit')
const _any: Catalogue = extended

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
check<Same<(typeof two)['bits']['names'][number], Permission | 'crm.view' | 'crm.edit' | 'notes.view'>>()

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
