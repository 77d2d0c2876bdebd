import type { ExtraRow, RoleRow } from '@rolecall/db'
import { catalogue } from '@rolecall/permissions'
import { describe, expect, test } from 'vitest'
import { reasons } from './because.ts'

const role = (more: Partial<RoleRow>): RoleRow => ({
  name: 'Night shift',
  preset: null,
  permissions: [],
  full_sections: [],
  chat_scope: 'all',
  unassigned: true,
  ...more,
})
const nothing = role({})
const ask = (held: RoleRow, permission: string, extra: ExtraRow[] = []) => reasons(held, extra, permission, catalogue)

describe('why somebody may', () => {
  test.each([
    [role({ name: 'Agent', preset: 'Agent' }), 'inbox.delete', 'part of the default role Agent'],
    [role({ full_sections: ['inbox'] }), 'inbox.delete', 'Full Access to Inbox in the role Night shift'],
    [role({ permissions: ['inbox.delete'] }), 'inbox.delete', 'ticked in the role Night shift'],
    [
      role({ permissions: ['inbox.delete'] }),
      'inbox.view',
      'needed by “Delete chats for good” in the role Night shift',
    ],
    [role({ full_sections: ['team'] }), 'team.view', 'Full Access to Team in the role Night shift'],
  ])('%o: %s', (held, permission, text) => {
    expect(ask(held, permission)).toEqual([expect.objectContaining({ text, until: null })])
  })

  test('what is held beside the role, with its end', () => {
    const until = '2027-01-01T00:00:00.000Z'
    expect(ask(nothing, 'inbox.view', [{ permission: 'inbox.delete', role: null, ends_at: until }])).toEqual([
      { kind: 'extra', text: 'given by itself, needed by “Delete chats for good”, for a while', until },
    ])
    const agent = role({ name: 'Agent', preset: 'Agent' })
    expect(ask(nothing, 'inbox.view', [{ permission: null, role: agent, ends_at: null }])).toEqual([
      { kind: 'extra', text: 'the role Agent, for good', until: null },
    ])
    expect(ask(agent, 'inbox.view', [{ permission: 'inbox.view', role: null, ends_at: until }])).toHaveLength(2)
  })

  test('no reason where it is not granted, or no permission at all', () => {
    expect(ask(role({ name: 'Support', preset: 'Support' }), 'inbox.delete')).toEqual([])
    expect(ask(nothing, 'inbox.view', [{ permission: 'reports.view', role: null, ends_at: null }])).toEqual([])
  })
})
