import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { diffRoles, isNoDiff, type ScopedRole } from './diff.ts'

const role = (more: Partial<ScopedRole> = {}): ScopedRole => ({
  name: 'Night shift',
  preset: null,
  permissions: ['inbox.reply'],
  full_sections: [],
  chats: 'departments',
  unassigned: false,
  ...more,
})
const diff = (after: Partial<ScopedRole>, before: Partial<ScopedRole> = {}) =>
  diffRoles(role(before), role(after), catalogue)

describe('a difference', () => {
  test('names what is gained and lost, in the order of the catalogue, needs included', () => {
    expect(diff({ permissions: ['contacts.delete', 'inbox.view'] })).toMatchObject({
      gained: ['contacts.view', 'contacts.delete'],
      lost: ['inbox.reply'],
    })
  })

  test('is not made by another spelling of the same', () => {
    expect(isNoDiff(diff({ permissions: ['inbox.view', 'inbox.reply'] }))).toBe(true)
    expect(isNoDiff(diff({ chats: 'all', unassigned: true }, { chats: 'all', unassigned: false }))).toBe(true)
  })

  test('tells of Full Access also where nothing is gained today', () => {
    const all = ['inbox.view', 'inbox.reply', 'inbox.assign', 'inbox.close', 'inbox.delete']
    const on = diff({ permissions: [], full_sections: ['inbox'] }, { permissions: all })
    expect(on).toMatchObject({ gained: [], lost: [], full: { on: ['inbox'], off: [] } })
    const off = diff({ permissions: all }, { permissions: [], full_sections: ['inbox'] })
    expect(off).toMatchObject({ gained: [], lost: [], full: { on: [], off: ['inbox'] } })
    expect([on, off].map(isNoDiff)).toEqual([false, false])
    const more = diff({ full_sections: ['inbox', 'team'] }, { full_sections: ['roles', 'inbox'] })
    expect(more.full).toEqual({ on: ['team'], off: ['roles'] })
  })

  test('tells of name and scope', () => {
    expect(diff({ name: 'Nights' }).renamed).toEqual({ from: 'Night shift', to: 'Nights' })
    expect(diff({ unassigned: true }).scope).toEqual({
      from: { chats: 'departments', unassigned: false },
      to: { chats: 'departments', unassigned: true },
    })
    expect(diff({ chats: 'mine' }).scope?.to).toEqual({ chats: 'mine', unassigned: false })
    expect(diff({})).toEqual({ renamed: null, gained: [], lost: [], full: { on: [], off: [] }, scope: null })
  })

  test.each([
    { name: 'Nights' },
    { permissions: [] },
    { permissions: ['inbox.delete', 'inbox.reply'] },
    { chats: 'mine' },
  ] as const)('%o is one', (after) => expect(isNoDiff(diff(after))).toBe(false))
})
