import { beforeEach, expect, test, vi } from 'vitest'
import { toasts } from '../parts/toast.tsx'
import { session } from '../session/session.ts'
import { sessionWith } from '../testing/session.ts'
import { words } from '../words.ts'
import { entry } from './enter.ts'
import { reread, setSwitches } from './follow.ts'

const me = vi.hoisted(() => vi.fn())
vi.mock('./api.ts', () => ({ api: { session: { me: { query: me } } }, client: {} }))

const said = () => toasts.value.map((one) => one.text)

beforeEach(() => {
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
