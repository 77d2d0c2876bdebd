import type { LiveEvent } from '@rolecall/protocol'
import { beforeEach, expect, test, vi } from 'vitest'
import { toasts } from '../parts/toast.tsx'
import { session } from '../session/session.ts'
import { sessionWith } from '../testing/session.ts'
import { words } from '../words.ts'
import { enter, entry } from './enter.ts'
import { follow, reread, setSwitches } from './follow.ts'

const { me, here, hearers } = vi.hoisted(() => ({
  me: vi.fn(),
  here: vi.fn(),
  hearers: new Set<(event: LiveEvent) => void>(),
}))
vi.mock('./api.ts', () => ({
  api: { session: { me: { query: me } } },
  anybody: { session: { me: { query: here } } },
  client: {},
}))
vi.mock('./live.ts', () => ({
  onLive: (hear: (event: LiveEvent) => void) => {
    hearers.add(hear)
    return () => hearers.delete(hear)
  },
  openLive: () => () => {},
  missed,
}))
const missed = vi.hoisted(() => vi.fn())
const hear = (event: LiveEvent) => {
  for (const one of hearers) one(event)
}

const said = () => toasts.value.map((one) => one.text)

beforeEach(() => {
  me.mockReset()
  toasts.value = []
  entry.value = { at: 'in' }
  session.value = sessionWith(['inbox.list', 'inbox.delete'])
})

test('a narrower role redraws everything and says one line', async () => {
  const narrower = sessionWith(['inbox.list'], { role: { id: 'r2', name: 'Support', custom: false } })
  me.mockResolvedValueOnce(narrower)
  await reread()
  expect(session.value).toEqual(narrower)
  expect(said()).toEqual([words.session.lost('Support')])
})

test('a wider role is good news, the same role none', async () => {
  const role = { id: 'r3', name: 'Supervisor', custom: false }
  me.mockResolvedValueOnce(sessionWith(['inbox.list', 'inbox.delete', 'reports.chats'], { role }))
  await reread()
  expect(said()).toEqual([words.session.gained('Supervisor')])
  toasts.value = []
  me.mockResolvedValueOnce(session.value)
  await reread()
  expect(said()).toEqual([])
})

test('access beside the role comes and goes without a word of another role', async () => {
  const before = session.value
  me.mockResolvedValueOnce(sessionWith(['inbox.list', 'inbox.delete', 'reports.chats']))
  await reread()
  me.mockResolvedValueOnce(before)
  await reread()
  expect(said()).toEqual([words.session.sameRole.gained('Agent'), words.session.sameRole.lost('Agent')])
})

test('a preview that has ended says so, and is not taken for one’s own console', async () => {
  const refusal = { code: 'PREVIEW', message: 'This preview has ended.', requestId: 'r' }
  me.mockRejectedValueOnce({ data: { refusal } })
  await reread()
  expect(entry.value).toMatchObject({ at: 'stuck', failure: { text: 'This preview has ended.', retry: false } })
})

test('signed out elsewhere: back to the door', async () => {
  me.mockRejectedValueOnce({ data: { refusal: { code: 'NOT_SIGNED_IN', message: 'Sign in.', requestId: 'r' } } })
  await reread()
  expect(session.value).toBeNull()
  expect(entry.value.at).toBe('door')
  expect(said()).toEqual([words.session.ended])
})

test('somebody else is signed in here now: the page waits, and goes on once its own member is back', async () => {
  const mine = session.value
  me.mockResolvedValueOnce(mine)
  await enter()
  const refusal = { code: 'OTHER_MEMBER', message: 'You are signed in as Zed here now.', requestId: 'r' }
  me.mockRejectedValueOnce({ data: { refusal } })
  const zed = { id: 'm2', name: 'Zed', email: 'zed@example.com', departmentIds: [] }
  here.mockResolvedValueOnce(sessionWith([], { member: zed }))
  await reread()
  await vi.waitFor(() => expect(entry.value.at).toBe('other'))
  expect(entry.value).toEqual({ at: 'other', who: { name: 'Zed', email: 'zed@example.com', account: 'Northwind' } })
  expect(session.value).toBe(mine)
  me.mockResolvedValueOnce(mine)
  await enter()
  expect(entry.value.at).toBe('in')
  expect(missed).toHaveBeenCalledOnce()
})

test('no answer leaves everything as it was', async () => {
  const before = session.value
  me.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await reread()
  expect(session.value).toBe(before)
  expect(entry.value.at).toBe('in')
})

test('the switches of the stream land in the session', () => {
  setSwitches({ online: false, widgetShown: true })
  expect(session.value?.account).toMatchObject({ online: false, widgetShown: true, name: 'Northwind' })
})

test('a change that brings the session asks for nothing, and says what went', () => {
  const stop = follow()
  const narrower = sessionWith(['inbox.list'], { role: { id: 'r2', name: 'Support', custom: false } })
  hear({ type: 'session', session: narrower })
  stop()
  expect(session.value).toEqual(narrower)
  expect(said()).toEqual([words.session.lost('Support')])
  expect(me).not.toHaveBeenCalled()
})

test.each(['session', 'resync'] as const)('a %s without one asks', async (type) => {
  const after = sessionWith(['inbox.list'])
  me.mockResolvedValueOnce(after)
  const stop = follow()
  hear({ type })
  stop()
  await vi.waitFor(() => expect(session.value).toEqual(after))
})
