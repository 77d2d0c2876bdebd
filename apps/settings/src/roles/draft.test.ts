import { catalogue, toJson, toNames } from '@rolecall/permissions'
import type { CatalogueSection, RoleDetail, RoleDraft } from '@rolecall/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyOf, countChanges, emptyDraft, setFull, tick, untick } from './draft.ts'
import { merge, takeTheirs } from './merge.ts'
import { held, rulesOf, sectionKeyOf, stateOf } from './rules.ts'

const rules = rulesOf(toJson(catalogue).sections as unknown as CatalogueSection[])
const draft = (more: Partial<RoleDraft> = {}): RoleDraft => ({ ...emptyDraft, name: 'Night', ...more })
const inbox = rules.sections.find(({ key }) => key === 'inbox') as CatalogueSection
const some = fc.record({
  name: fc.constantFrom('Night', 'Day'),
  permissions: fc.subarray([...rules.names]),
  fullSections: fc.subarray(rules.sections.map(({ key }) => key)),
  chats: fc.constantFrom('all', 'departments', 'mine'),
  unassigned: fc.boolean(),
})

test('the copy of a default role has in full what that has whole, and holds the same', () => {
  for (const [name, grants] of Object.entries(catalogue.roles)) {
    const role = { custom: false, name, grants: toNames(grants), fullSections: [], chats: 'all', unassigned: true }
    const copy = copyOf(role as unknown as RoleDetail, 'Copy', rules)
    expect([...held(copy, rules)].toSorted()).toEqual(role.grants.toSorted())
    expect(copy.permissions.filter((one) => copy.fullSections.includes(sectionKeyOf(one)))).toEqual([])
    if (name === 'Administrator') expect(copy.fullSections).toEqual(rules.sections.map(({ key }) => key))
    if (name === 'Support') expect(copy.fullSections).not.toContain('inbox')
  }
})

describe('one step', () => {
  test('ticking Delete ticks View, and says so', () => {
    const { draft: next, also } = tick(draft(), 'inbox.delete', rules)
    expect(next.permissions).toEqual(['inbox.view', 'inbox.delete'])
    expect(also).toEqual(['inbox.view'])
  })

  test('unticking View takes along what needs it, and says so', () => {
    const { draft: next, also } = untick(draft({ permissions: ['inbox.view', 'inbox.delete'] }), 'inbox.view', rules)
    expect(next.permissions).toEqual([])
    expect(also).toEqual(['inbox.delete'])
  })

  test('unticking within Full Access leaves a list of the others', () => {
    const { draft: next, also } = untick(draft({ fullSections: ['inbox'] }), 'inbox.delete', rules)
    expect(next).toMatchObject({
      fullSections: [],
      permissions: ['inbox.view', 'inbox.reply', 'inbox.assign', 'inbox.close'],
    })
    expect(also).toEqual([])
  })

  test('the switch is all or nothing, and a full list of ticks is not Full Access', () => {
    const full = setFull(draft({ permissions: ['inbox.view'] }), 'inbox', true, rules).draft
    expect(full).toMatchObject({ permissions: [], fullSections: ['inbox'] })
    expect(stateOf(full, inbox, rules)).toEqual({ kind: 'full', on: 5, of: 5 })
    expect(setFull(full, 'inbox', false, rules).draft).toEqual(draft())
    const list = draft({ permissions: inbox.permissions.map(({ name }) => name) })
    expect(stateOf(list, inbox, rules)).toEqual({ kind: 'partial', on: 5, of: 5 })
    expect(stateOf(draft(), inbox, rules).kind).toBe('off')
  })
})

test('whatever is ticked and unticked: closed upwards, the one asked for is as asked, and nothing else moves unsaid', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...rules.names), fc.boolean(), (before, name, on) => {
      const { draft: after, also } = on ? tick(before, name, rules) : untick(before, name, rules)
      const [had, has] = [held(before, rules), held(after, rules)]
      expect(has.has(name)).toBe(on)
      const moved = rules.names.filter((one) => one !== name && had.has(one) !== has.has(one))
      expect(moved.toSorted()).toEqual([...also].toSorted())
      for (const one of has) for (const need of rules.needs.get(one) ?? []) expect(has).toContain(need)
    }),
  )
})

test('changes are counted as one would count them', () => {
  expect(countChanges(draft(), draft(), rules)).toBe(0)
  expect(countChanges(draft(), draft({ permissions: ['inbox.view', 'inbox.delete'], name: 'Day' }), rules)).toBe(3)
  expect(countChanges(draft({ chats: 'all' }), draft({ chats: 'all', unassigned: false }), rules)).toBe(0)
  expect(countChanges(draft({ chats: 'mine' }), draft({ chats: 'mine', unassigned: false }), rules)).toBe(1)
  const list = draft({ permissions: inbox.permissions.map(({ name }) => name) })
  expect(countChanges(list, draft({ fullSections: ['inbox'] }), rules)).toBe(1)
})

describe('two who save at once', () => {
  test('permissions: each one’s changes, whoever made them', () => {
    const base = draft({ permissions: ['inbox.view', 'inbox.reply'] })
    const mine = draft({ permissions: ['inbox.view', 'inbox.reply', 'inbox.delete'] })
    const theirs = draft({ permissions: ['inbox.view', 'reports.view'] })
    const merged = merge(base, mine, theirs, rules)
    expect([...held(merged.draft, rules)].toSorted()).toEqual(['inbox.delete', 'inbox.view', 'reports.view'])
    expect(merged).toMatchObject({ clashes: [], theirs: { gained: ['reports.view'], lost: ['inbox.reply'] } })
  })

  test('a name and a scope changed by both ask for a choice', () => {
    const mine = draft({ name: 'Mine', chats: 'mine' })
    const theirs = draft({ name: 'Theirs', chats: 'departments' })
    const { draft: merged, clashes } = merge(draft(), mine, theirs, rules)
    expect(clashes.map(({ what }) => what)).toEqual(['name', 'scope'])
    expect(merged).toMatchObject({ name: 'Mine', chats: 'mine' })
    expect(clashes.reduce(takeTheirs, merged)).toMatchObject({ name: 'Theirs', chats: 'departments' })
  })

  test('laws: alone, what one changed is what is saved', () => {
    const same = (a: RoleDraft, b: RoleDraft) =>
      expect([...held(a, rules)].toSorted()).toEqual([...held(b, rules)].toSorted())
    fc.assert(
      fc.property(some, some, (base, changed) => {
        same(merge(base, changed, base, rules).draft, changed)
        same(merge(base, base, changed, rules).draft, changed)
        same(merge(base, changed, changed, rules).draft, changed)
      }),
    )
  })
})
