import { noReach, wholeReach } from '@rolecall/permissions'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { reaches } from '../testing/reach.ts'
import { sightOf, type Viewer } from './sight.ts'
import { chat, message, row } from './testing/row.ts'

const viewer = (more: Partial<Viewer> = {}): Viewer => ({
  memberId: 'me',
  reach: noReach,
  inbox: true,
  contacts: true,
  team: true,
  ...more,
})
const said = { type: 'message', chat: chat(), message: message() } as const

test('what the settings show is told to those who see the team', () => {
  const told = row(1, { type: 'team', what: 'roles' })
  expect(sightOf(viewer(), told)).toBe('whole')
  expect(sightOf(viewer({ team: false }), told)).toBe('nothing')
})

describe('chats', () => {
  it('are whole within the scope, nothing outside of it', () => {
    expect(sightOf(viewer(), row(1, said, { assignee_id: 'me' }))).toBe('whole')
    expect(sightOf(viewer(), row(1, said, { assignee_id: 'you' }))).toBe('nothing')
  })

  it('are gone when they leave the scope, and only then', () => {
    const left = { assignee_id: 'you', was_assignee_id: 'me', moved: true }
    expect(sightOf(viewer(), row(1, said, left))).toBe('gone')
    expect(sightOf(viewer(), row(1, said, { ...left, was_assignee_id: 'them' }))).toBe('nothing')
    expect(sightOf(viewer(), row(1, said, { ...left, moved: false }))).toBe('nothing')
  })

  it('are gone for who catches up, once they have left or been deleted since', () => {
    const mine = row(1, said, { assignee_id: 'me' })
    expect(sightOf(viewer(), mine, { assigneeId: 'me', departmentId: null })).toBe('whole')
    expect(sightOf(viewer(), mine, { assigneeId: 'you', departmentId: null })).toBe('gone')
    expect(sightOf(viewer(), mine, null)).toBe('gone')
  })

  it('are nothing without inbox.view, wherever they stand', () => {
    const all = viewer({ inbox: false, reach: wholeReach })
    for (const type of ['message', 'chat', 'chat.gone'])
      expect(sightOf(all, { ...row(1, said, { assignee_id: 'me' }), type })).toBe('nothing')
  })
})

test('contacts: nothing without contacts.view, asked for where the scope is narrow', () => {
  const renamed = row(1, { type: 'contact', contactId: 'c', name: 'New Name' })
  expect(sightOf(viewer({ reach: wholeReach }), renamed)).toBe('whole')
  expect(sightOf(viewer(), renamed)).toBe('ask')
  expect(sightOf(viewer({ contacts: false, reach: wholeReach }), renamed)).toBe('nothing')
})

test('a contact that is gone is told once to who sees all, and by the chat they saw to the others', () => {
  const gone = row(1, { type: 'contact.gone', contactId: 'c' })
  const ofChat = (assignee_id: string) => ({ ...gone, chat_id: 'chat', assignee_id })
  expect(sightOf(viewer({ reach: wholeReach }), gone)).toBe('whole')
  expect(sightOf(viewer({ reach: wholeReach }), ofChat('me'))).toBe('nothing')
  expect(sightOf(viewer(), gone)).toBe('nothing')
  expect(sightOf(viewer(), ofChat('me'))).toBe('whole')
  expect(sightOf(viewer(), ofChat('you'))).toBe('nothing')
  expect(sightOf(viewer({ contacts: false, reach: wholeReach }), gone)).toBe('nothing')
})

test('switches are for everybody; a change of rights for whom it concerns; what is unknown for nobody', () => {
  const nobody = viewer({ inbox: false, contacts: false })
  expect(sightOf(nobody, row(1, { type: 'switches', online: true, widgetShown: true }))).toBe('whole')
  expect(sightOf(nobody, row(1, { type: 'session' }))).toBe('session')
  expect(sightOf(nobody, row(1, { type: 'session' }, { member_id: 'me' }))).toBe('session')
  expect(sightOf(nobody, row(1, { type: 'session' }, { member_id: 'you' }))).toBe('nothing')
  expect(sightOf(viewer(), { ...row(1, said), type: 'billing' })).toBe('nothing')
})

// The stream must not have a rule of its own: whole exactly where lists and threads would show the chat.
test('whole is what a reach sees, gone is what it saw, for any reach and any move', () => {
  const who = fc.constantFrom('me', 'you', null)
  const where = fc.constantFrom('mine', 'other', null)
  fc.assert(
    fc.property(
      reaches(['mine']),
      who,
      where,
      who,
      where,
      fc.boolean(),
      (reach, assignee, department, was, wasIn, moved) => {
        const now = reach.sees('me', { assigneeId: assignee, departmentId: department })
        const then = moved && reach.sees('me', { assigneeId: was, departmentId: wasIn })
        const columns = {
          assignee_id: assignee,
          department_id: department,
          was_assignee_id: was,
          was_department_id: wasIn,
        }
        const sight = sightOf(viewer({ reach }), row(1, said, { ...columns, moved }))
        expect(sight).toBe(now ? 'whole' : then ? 'gone' : 'nothing')
      },
    ),
  )
})
