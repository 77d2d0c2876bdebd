import { describe, expect, test } from 'vitest'
import { capacity } from './bits.ts'
import { catalogue, extend } from './catalogue.ts'
import { can } from './decide.ts'
import { defaultRoles } from './default-roles.ts'
import { grantsOf, toNames } from './grants.ts'
import { names } from './names.ts'
import { needsOf } from './needs.ts'
import { closeUpwards, withdraw } from './requires.ts'
import { defineSection, permissionsOf, type Section } from './section.ts'

const actions = catalogue.sections.flatMap((section: Section) => Object.values(section.actions))

describe('our own catalogue', () => {
  test('says something about every permission, and about nothing else', () => {
    const described = catalogue.sections.flatMap((section: Section) => permissionsOf(section)).toSorted()
    expect(described).toEqual(names.toSorted())
  })

  test('shows the sections in the order in which the table first names them', () => {
    const inTable = [...new Set(names.map((name) => name.split('.')[0]))]
    expect(catalogue.sections.map(({ key }) => key)).toEqual(inTable)
  })

  test('labels are sentences that fit a line: capital first, no full stop, none twice', () => {
    const labels = actions.map(({ label }) => label)
    expect(labels.filter((label) => !/^[A-Z].{6,58}[^.\s]$/.test(label))).toEqual([])
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('descriptions say more than the label, without a full stop, none twice', () => {
    const texts = actions.map(({ describes }) => describes)
    expect(texts.filter((text) => !/^[A-Z].{15,118}[^.\s]$/.test(text))).toEqual([])
    expect(new Set(texts).size).toBe(texts.length)
    for (const section of catalogue.sections) {
      expect(section.label).toMatch(/^[A-Z].+[^.\s]$/)
      expect(section.describes).toMatch(/^[A-Z].+[^.\s]$/)
    }
  })

  test('a risk is low, medium or high', () => {
    expect(actions.map(({ risk }) => risk).filter((risk) => !['low', 'medium', 'high'].includes(risk))).toEqual([])
  })

  test('what cannot be undone, costs money, takes data out or raises somebody is a high risk', () => {
    const high = catalogue.sections.flatMap((section: Section) =>
      Object.entries(section.actions)
        .filter(([, { risk }]) => risk === 'high')
        .map(([name]) => `${section.key}.${name}`),
    )
    expect(high).toEqual([
      'inbox.delete',
      'contacts.export',
      'contacts.delete',
      'team.invite',
      'team.manage',
      'team.administrators',
      'roles.manage',
      'domains.manage',
      'billing.card',
      'billing.details',
      'billing.plan',
      'billing.cancel',
      'api.manage',
      'webhooks.manage',
      'security.manage',
    ])
  })

  test('whatever has a view in its section needs it', () => {
    const needs = needsOf(catalogue.sections)
    const blind = names.filter((name) => {
      const view = `${name.split('.')[0]}.view`
      const apart = ['team.status'] // a switch in the top bar, not a part of the members' page
      return names.includes(view as never) && name !== view && !apart.includes(name) && !reaches(name, view)
    })
    expect(blind).toEqual([])

    function reaches(name: string, view: string): boolean {
      return (needs.get(name) ?? []).some((needed) => needed === view || reaches(needed, view))
    }
  })
})

describe('a section from outside', () => {
  const crm = defineSection('crm', {
    label: 'Deals',
    describes: 'Deals that grew out of chats',
    actions: {
      view: {
        label: 'See deals',
        describes: 'Opens the list',
        risk: 'low',
        needs: ['contacts.view'],
        roles: ['Agent'],
      },
      edit: { label: 'Edit deals', describes: 'Changes them', risk: 'medium', needs: ['crm.view'] },
    },
  })
  const extended = extend(catalogue, crm)

  test('comes behind our own, and is decided, closed and withdrawn like them', () => {
    expect(extended.sections).toEqual([...catalogue.sections, crm])
    expect(extended.bits.names).toEqual([...names, 'crm.view', 'crm.edit'])
    const edit = closeUpwards(grantsOf(['crm.edit'], extended.bits))
    expect(toNames(edit)).toEqual(['contacts.view', 'crm.view', 'crm.edit'])
    expect(toNames(withdraw(edit, 'contacts.view'))).toEqual([])
    expect(can(edit, 'crm.view')).toBe(true)
  })

  test('is held by the Administrator and by whom it names', () => {
    expect(can(extended.roles.Administrator, 'crm.edit')).toBe(true)
    expect(can(extended.roles.Agent, 'crm.view')).toBe(true)
    expect(can(extended.roles.Agent, 'crm.edit')).toBe(false)
    expect(can(extended.roles.Supervisor, 'crm.view')).toBe(false)
  })

  test('changes nothing in ours', () => {
    expect(catalogue.bits.names).toEqual(names)
    expect(catalogue.roles).toBe(defaultRoles)
    expect(toNames(defaultRoles.Administrator)).toEqual(names)
  })

  test('may be extended again, each part with the roles it names', () => {
    const view = { label: 'See notes', describes: 'See', risk: 'low', needs: ['crm.edit'], roles: ['Support'] } as const
    const notes: Section<'notes', 'view'> = { key: 'notes', label: 'Notes', describes: 'Notes', actions: { view } }
    const twice = extend(extended, notes)
    expect(can(twice.roles.Agent, 'crm.view')).toBe(true)
    expect(can(twice.roles.Support, 'notes.view')).toBe(true)
    expect(can(twice.roles.Administrator, 'notes.view')).toBe(true)
    expect(toNames(closeUpwards(grantsOf(['notes.view'], twice.bits)))).toEqual([
      'contacts.view',
      'crm.view',
      'crm.edit',
      'notes.view',
    ])
  })

  test('several can be added at once', () => {
    const a = section('a', ['view'])
    const b = section('b', ['view'])
    expect(extend(catalogue, a, b).bits.names.slice(names.length)).toEqual(['a.view', 'b.view'])
  })

  test('may not take the place of another', () => {
    const inbox: Section = section('inbox', ['peek'])
    expect(() => extend(catalogue, inbox as never)).toThrow('A section "inbox" exists already')
    expect(() => extend(catalogue, crm, crm)).toThrow('A section "crm" exists already')
  })

  test('may not need what does not exist', () => {
    const lost: Section = {
      ...crm,
      actions: { view: { label: 'x', describes: 'x', risk: 'low', needs: ['deals.view'] } },
    }
    expect(() => extend(catalogue, lost as never)).toThrow('"crm.view" needs "deals.view", which does not exist')
  })

  test('fits as long as the two words have room, and then says so', () => {
    const room = capacity - names.length
    expect(extend(catalogue, section('big', letters(room))).bits.names).toHaveLength(capacity)
    expect(() => extend(catalogue, section('big', letters(room + 1)))).toThrow('63 permissions, but a grant holds 62')
  })
})

function letters(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `do${String.fromCharCode(97 + i)}`)
}

function section<Key extends string>(key: Key, names: string[]): Section<Key> {
  const entries = names.map((name) => [name, { label: name, describes: name, risk: 'low' }])
  return { key, label: key, describes: key, actions: Object.fromEntries(entries) }
}
