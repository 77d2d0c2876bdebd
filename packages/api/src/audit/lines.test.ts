import { catalogue } from '@rolecall/permissions'
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

test('sentences first, then what a person can read, and nothing twice', () => {
  const detail = {
    role: 'Night',
    lines: ['3 members lose “Delete chats for good”'],
    version: 2,
    before: { name: 'Night' },
    members: ['Ana', 'Ben'],
    permissions: ['inbox.delete'],
    contactId: '6f1c1d3e-0000-4000-8000-000000000001',
    had: ['6f1c1d3e-0000-4000-8000-000000000001'],
    until: '2026-11-28T12:00:00.000Z',
    widgetShown: false,
    reason: '',
  }
  expect(linesOf(detail, 'Changed the role Night', catalogue)).toEqual([
    '3 members lose “Delete chats for good”',
    'Version: 2',
    'Members: Ana, Ben',
    'Permissions: “Delete chats for good”',
    'Widget shown: no',
  ])
})
