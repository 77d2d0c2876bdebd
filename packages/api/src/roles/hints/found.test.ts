import { catalogue, grantsOfRole, toNames } from '@rolecall/permissions'
import type { RoleDraft } from '@rolecall/protocol'
import { describe, expect, test } from 'vitest'
import { duplicates, type Examined, risky, unused } from './found.ts'

const now = new Date('2026-11-01T00:00:00Z')
const days = (n: number) => new Date(now.getTime() - n * 86_400_000)
const role = (more: Partial<Examined> = {}): Examined => ({
  id: 'r1',
  name: 'Night shift',
  preset: null,
  permissions: ['inbox.reply', 'inbox.delete', 'contacts.export'],
  full_sections: [],
  chat_scope: 'all',
  unassigned: true,
  holders: 3,
  since: days(100),
  used: new Set(['inbox.view', 'inbox.reply']),
  ...more,
})
const grantsOfDraft = (draft: RoleDraft | null | undefined) =>
  toNames(
    grantsOfRole({ preset: null, permissions: draft?.permissions ?? [], full_sections: draft?.fullSections ?? [] }),
  )

describe('unused', () => {
  test('names what nobody used, and prepares the role without it', () => {
    const [hint, ...more] = unused(role(), catalogue, now)
    expect(more).toEqual([])
    expect(hint?.permissions).toEqual(['inbox.delete', 'contacts.view', 'contacts.export'])
    expect(hint?.text).toContain('None of its 3 holders has used “Delete chats for good”')
    expect(grantsOfDraft(hint?.draft)).toEqual(['inbox.view', 'inbox.reply'])
  })

  test('keeps what is needed by something that was used, and turns Full Access into ticks', () => {
    const whole = role({ full_sections: ['inbox'], permissions: [], used: new Set(['inbox.close']) })
    const [hint] = unused(whole, catalogue, now)
    expect(hint?.permissions).not.toContain('inbox.view')
    expect(hint?.draft?.fullSections).toEqual([])
    expect(grantsOfDraft(hint?.draft)).toEqual(['inbox.view', 'inbox.close'])
  })

  test.each([
    ['a young role', { since: days(89) }],
    ['one that nobody holds', { holders: 0 }],
    ['a default one', { preset: 'Agent', name: 'Agent' }],
    ['one that is all in use', { used: new Set(['inbox.reply', 'inbox.delete', 'contacts.export']) }],
    ['one that nobody used at all', { used: new Set<string>() }],
  ])('says nothing of %s', (_, more) => {
    expect(unused(role(more), catalogue, now)).toEqual([])
  })
})

describe('duplicates', () => {
  const other = (more: Partial<Examined> = {}) => role({ id: 'r2', name: 'Weekend', ...more })

  test('finds twins and near twins, each pair once', () => {
    expect(duplicates([role(), other()], catalogue)).toMatchObject([
      { id: 'duplicate:r1:r2', permissions: [], text: 'Night shift and Weekend may do exactly the same.' },
    ])
    const near = other({ permissions: ['inbox.reply', 'contacts.export'] })
    expect(duplicates([role(), near], catalogue)).toMatchObject([{ permissions: ['inbox.delete'] }])
  })

  test.each([
    ['three differences', { permissions: ['contacts.export'] }],
    ['another scope', { chat_scope: 'mine' as const }],
  ])('not with %s', (_, more) => {
    expect(duplicates([role(), other(more)], catalogue)).toEqual([])
  })

  test('finds the twin of a default role, but not two default roles', () => {
    const support = role({ id: 'd1', name: 'Support', preset: 'Support', permissions: [] })
    const twin = role({ permissions: toNames(grantsOfRole(support)) })
    expect(duplicates([support, twin], catalogue)).toMatchObject([{ role: { id: 'r1' }, other: { name: 'Support' } }])
    expect(duplicates([support, { ...support, id: 'd2' }], catalogue)).toEqual([])
  })
})

describe('risky', () => {
  test('names the pair, the reason, and a draft without the first of them', () => {
    const [hint] = risky(role({ permissions: ['contacts.export', 'contacts.delete'] }), catalogue)
    expect(hint?.permissions).toEqual(['contacts.delete', 'contacts.export'])
    expect(grantsOfDraft(hint?.draft)).toEqual(['contacts.view', 'contacts.export'])
  })

  test('says nothing of one half, nor of default roles', () => {
    expect(risky(role(), catalogue)).toEqual([])
    expect(risky(role({ name: 'Agent', preset: 'Administrator' }), catalogue)).toEqual([])
  })
})
