import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropPreview, takePreview } from './preview.ts'

const [id, roleId] = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002']
const at = { href: '' }
const go = (path: string) => {
  at.href = `https://chat.example.com${path}`
}

beforeEach(() => {
  const items = new Map<string, string>()
  vi.stubGlobal('location', at)
  vi.stubGlobal('history', { state: null, replaceState: (_: unknown, __: string, to: URL) => void (at.href = to.href) })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
    removeItem: (key: string) => void items.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('an address with a preview starts a look that stays with the tab, and becomes an ordinary one', () => {
  go(`/console/inbox/all?status=closed&preview=${id}&role=${roleId}`)
  expect(takePreview()).toEqual({ id, roleId, memberId: null })
  expect(at.href).toBe('https://chat.example.com/console/inbox/all?status=closed')
  go('/console/contacts')
  expect(takePreview()).toEqual({ id, roleId, memberId: null })
})

test('leaving goes back to the role, and the tab is one’s own again', () => {
  go(`/console/?preview=${id}&role=${roleId}`)
  takePreview()
  expect(dropPreview()).toBe(`/settings/roles/${roleId}`)
  expect(takePreview()).toBeNull()
})

test('leaving what a member sees goes to the member', () => {
  go(`/console/?preview=${id}&member=${roleId}`)
  expect(takePreview()).toEqual({ id, roleId: null, memberId: roleId })
  expect(at.href).toBe('https://chat.example.com/console/')
  expect(dropPreview()).toBe(`/settings/team/member/${roleId}`)
})

test('leaving a draft goes to the roles', () => {
  go(`/console/?preview=${id}`)
  expect(takePreview()).toEqual({ id, roleId: null, memberId: null })
  expect(dropPreview()).toBe('/settings/roles')
})

test('what is no id starts nothing, and leads nowhere', () => {
  go('/console/?preview=x&role=//evil.example')
  expect(takePreview()).toBeNull()
  go(`/console/?preview=${id}&role=//evil.example`)
  takePreview()
  expect(dropPreview()).toBe('/settings/roles')
})

test('where there is no tab there is no preview', () => {
  vi.stubGlobal('sessionStorage', undefined)
  expect(takePreview()).toBeNull()
})
