import { afterEach, expect, test } from 'vitest'
import { sessionWith } from '../testing/session.ts'
import { sessionDiff } from './lost.ts'
import { holds, mayCall, session } from './session.ts'

afterEach(() => {
  session.value = null
})

test('nobody may call anything', () => {
  expect(mayCall('inbox.list')).toBe(false)
  expect(holds('inbox.view')).toBe(false)
})

test('a member may call what the server listed, and no more', () => {
  session.value = sessionWith(['inbox.list'], { permissions: ['inbox.view'] })
  expect(mayCall('inbox.list')).toBe(true)
  expect(mayCall('inbox.delete')).toBe(false)
  expect(holds('inbox.view')).toBe(true)
  expect(holds('contacts.details')).toBe(false)
})

test('a change of role is a new value, and both questions follow it', () => {
  session.value = sessionWith(['inbox.list', 'inbox.delete'])
  expect(mayCall('inbox.delete')).toBe(true)
  session.value = sessionWith(['inbox.list'])
  expect(mayCall('inbox.delete')).toBe(false)
})

test('the difference of two sessions says what went and what came', () => {
  const before = sessionWith(['inbox.list', 'inbox.delete'])
  const after = sessionWith(['inbox.list', 'reports.chats'])
  expect(sessionDiff(before, after)).toEqual({ lost: ['inbox.delete'], gained: ['reports.chats'] })
  expect(sessionDiff(after, after)).toEqual({ lost: [], gained: [] })
})
