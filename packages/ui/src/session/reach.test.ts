import { expect, test } from 'vitest'
import { sayReach } from './reach.ts'

const [help, sales] = [
  { id: 'h', name: 'Help' },
  { id: 's', name: 'Sales' },
]

test.each([
  [{ all: true, departments: [], unassigned: 'any' }, 'all chats'],
  [{ all: false, departments: [], unassigned: 'none' }, 'only the chats assigned to them'],
  [{ all: false, departments: [help, sales], unassigned: 'none' }, 'chats of Help and Sales'],
  [
    { all: false, departments: [help], unassigned: 'unrouted' },
    'chats of Help, and nobody’s chats without a department',
  ],
  [{ all: false, departments: [], unassigned: 'any' }, 'nobody’s chats'],
] as const)('%j is said as %s', (reach, sentence) => {
  expect(sayReach({ ...reach, departments: [...reach.departments] })).toBe(sentence)
})
