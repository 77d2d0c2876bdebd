import { catalogue, toJson } from '@rolecall/permissions'
import type { CatalogueSection, RoleDraft } from '@rolecall/protocol'
import { describe, expect, test } from 'vitest'
import { emptyDraft, without } from './draft.ts'
import { held, rulesOf } from './rules.ts'
import { changeOf, inSentence, listed, quoted, sayChange } from './say.ts'

const rules = rulesOf(toJson(catalogue).sections as unknown as CatalogueSection[])
const draft = (more: Partial<RoleDraft> = {}): RoleDraft => ({ ...emptyDraft, name: 'Night', ...more })
const said = (before: Partial<RoleDraft>, after: Partial<RoleDraft>) =>
  sayChange(changeOf(draft(before), draft(after), rules), rules)

describe('a change in words', () => {
  test('names what is on and off, with what came along', () => {
    expect(said({ permissions: ['reports.view'] }, { permissions: ['inbox.delete'] })).toEqual([
      'On: “See chats” and “Delete chats for good”',
      'Off: “See reports”',
    ])
  })

  test('names Full Access, name and scope', () => {
    expect(
      said({ fullSections: ['audit'] }, { permissions: ['audit.view'], name: 'Day', chats: 'mine', unassigned: false }),
    ).toEqual(['Name: “Night” → “Day”', 'Full Access to Audit log off', 'Chats: All chats → Assigned to me'])
    expect(said({ chats: 'mine', unassigned: false }, { chats: 'mine', unassigned: true })).toEqual([
      'Chats: Assigned to me → Assigned to me + unassigned',
    ])
  })

  test('is empty where nothing differs', () => {
    expect(said({ chats: 'all', unassigned: false }, { chats: 'all', unassigned: true, name: ' Night ' })).toEqual([])
  })
})

test('within a sentence labels begin small, abbreviations do not', () => {
  expect(inSentence(['inbox.view', 'inbox.close'], rules)).toBe('see chats, close and reopen chats')
  const own = { ...rules, labels: new Map([['api.x', 'API tokens']]) }
  expect(inSentence(['api.x'], own)).toBe('API tokens')
})

test('long lists end in how many more there are, never in one', () => {
  expect(listed(['a', 'b', 'c'], 2)).toBe('a, b, and c')
  expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b, and 2 more')
  expect(quoted(['gone.away'], rules)).toBe('“gone.away”')
})

test('a copy without what one does not hold keeps the rest', () => {
  const { draft: copy, also } = without(draft({ fullSections: ['billing', 'inbox'] }), ['billing.plan'], rules)
  expect(also).toEqual(['billing.plan'])
  expect(copy.fullSections).toEqual(['inbox'])
  expect(held(copy, rules).has('billing.view')).toBe(true)
  expect(held(copy, rules).has('billing.plan')).toBe(false)
})
