import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, extend } from './catalogue.ts'
import { grantsOf, toNames, union } from './grants.ts'
import { names } from './names.ts'
import { toJson } from './print.ts'
import { catalogueFrom, dependantsOf, grantsOfTicks, sectionState, withoutOne } from './printed.ts'
import { withdraw } from './requires.ts'
import { grantsOfRole } from './role.ts'
import { defineSection } from './section.ts'

const crm = defineSection('crm', {
  label: 'Deals',
  describes: 'Deals that grew out of chats',
  actions: {
    view: { label: 'See deals', describes: 'Opens the list', risk: 'low', needs: ['contacts.view'] },
    edit: { label: 'Edit deals', describes: 'Changes them', risk: 'high', needs: ['crm.view'] },
  },
})
const real = extend(catalogue, crm)
const { sections } = JSON.parse(JSON.stringify(toJson(real))) as ReturnType<typeof toJson>
const told = catalogueFrom(sections)

const ticks = fc.record({
  permissions: fc.subarray([...real.bits.names, 'no.such']),
  fullSections: fc.subarray([...real.sections.map(({ key }) => key as string), 'nowhere']),
})

describe('a browser reckons as the server does', () => {
  test('what ticks and Full Access grant', () => {
    fc.assert(
      fc.property(ticks, ({ permissions, fullSections }) => {
        const role = { preset: null, permissions, full_sections: fullSections }
        expect(toNames(grantsOfTicks({ permissions, fullSections }, told))).toEqual(toNames(grantsOfRole(role, real)))
      }),
    )
  })

  test('what goes with a permission', () => {
    fc.assert(
      fc.property(ticks, fc.constantFrom(...real.bits.names), (some, name) => {
        const here = withoutOne(grantsOfTicks(some, told), name, told)
        const there = withdraw(grantsOf(toNames(grantsOfTicks(some, told)) as never[], real.bits), name)
        expect(toNames(here)).toEqual(toNames(there))
      }),
    )
    expect(dependantsOf('contacts.view', told)).toEqual(
      expect.arrayContaining(['contacts.view', 'crm.view', 'crm.edit']),
    )
    expect(dependantsOf('crm.edit', told)).toEqual(['crm.edit'])
  })
})

test('names that both know have one bit, so grants of both mix', () => {
  expect(told.bits.names.slice(0, names.length)).toEqual(names)
  const mixed = union<string>(grantsOf(['inbox.view']), grantsOf<string>(['crm.view'], told.bits))
  expect(toNames(mixed)).toEqual(['inbox.view', 'crm.view'])
})

test('a permission of ours that the server does not know is there and needs nothing', () => {
  const less = catalogueFrom(sections.filter(({ key }) => key !== 'audit'))
  expect(toNames(grantsOfTicks({ permissions: ['audit.view'], fullSections: ['audit'] }, less))).toEqual(['audit.view'])
})

test('Off, Partial, Full: a full list of ticks is not Full Access', () => {
  const section = sections.at(-1) as (typeof sections)[number]
  const state = (permissions: string[], fullSections: string[] = []) =>
    sectionState(section, { permissions, fullSections }, told)
  expect(state([])).toEqual({ kind: 'off', on: 0, of: 2 })
  expect(state(['crm.view'])).toEqual({ kind: 'partial', on: 1, of: 2 })
  expect(state(['crm.edit'])).toEqual({ kind: 'partial', on: 2, of: 2 })
  expect(state([], ['crm'])).toEqual({ kind: 'full', on: 2, of: 2 })
})
