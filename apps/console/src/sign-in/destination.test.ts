import { expect, test } from 'vitest'
import { destination } from './destination.ts'

const to = (address: string) => destination(`?to=${encodeURIComponent(address)}`)

test.each(['/settings/', '/settings/roles/new', '/settings/history?action=team.invite#top', '/console/inbox/all'])(
  'leads back to %s',
  (address) => expect(to(address)).toBe(address),
)

test.each([
  '',
  '/',
  '/settings',
  '/demo/',
  '/trpc/session.me',
  '//evil.example',
  '//evil.example/settings/',
  '/\\evil.example',
  '\\\\evil.example/settings/',
  '/settings/..//evil.example',
  '/settings/../../demo/',
  '/settings/%2e%2e/demo/',
  '/\t/evil.example',
  ' /settings/',
  'https://evil.example/settings/',
  'javascript:alert(1)//settings/',
  'https://here.invalid/settings/',
  'settings/',
])('leads nowhere by %j', (address) => expect(to(address)).toBeNull())

test('without one there is nowhere to go', () => {
  expect(destination('')).toBeNull()
  expect(destination('?preview=x')).toBeNull()
})

test('where the installation begins below its host, only what lies there is its own', () => {
  const below = (address: string) => destination(`?to=${encodeURIComponent(address)}`, '/chat')
  expect(below('/chat/settings/roles')).toBe('/chat/settings/roles')
  for (const address of ['/settings/', '/chatter/settings/', '/chat/../settings/', '/chat/demo/', '/chat//settings/'])
    expect(below(address)).toBeNull()
})
