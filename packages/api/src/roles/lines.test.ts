import { type ChatScope, catalogue, holdingOf, type Permission } from '@rolecall/permissions'
import type { RoleChange } from '@rolecall/protocol'
import { describe, expect, it } from 'vitest'
import { type Facts, linesOf } from './lines.ts'

const nothing: RoleChange = { renamed: null, gained: [], lost: [], full: { on: [], off: [] }, scope: null }
const all: ChatScope = { chats: 'all', unassigned: true }
const holding = ({ chats: chat_scope, unassigned }: ChatScope, ...permissions: Permission[]) =>
  holdingOf({ preset: null, permissions, full_sections: [], chat_scope, unassigned }, [], ['s']).now
const still = { before: holding(all, 'inbox.view'), after: holding(all, 'inbox.view') }

interface Affected {
  gains?: string[]
  loses?: string[]
  holdings?: Facts['holdings'][number]
}
const lines = (change: Partial<RoleChange>, people: Affected[] = [], more: Partial<Facts> = {}) =>
  linesOf(
    {
      change: { ...nothing, ...change },
      members: people.map(({ gains = [], loses = [] }, n) => ({ id: `${n}`, name: `Ana ${n + 1}`, gains, loses })),
      holdings: people.map(({ holdings }) => holdings ?? still),
      names: new Map([['s', 'Sales']]),
      tokens: [],
      invites: 0,
      ...more,
    },
    catalogue,
  )

describe('what a change of a role means', () => {
  it('says nothing of nothing', () => expect(lines({})).toEqual([]))

  it('names one member and counts several', () => {
    const change = { lost: ['inbox.delete'] }
    expect(lines(change, [{ loses: ['inbox.delete'] }])).toEqual(['1 member (Ana 1) loses “Delete chats for good”'])
    const loser = { loses: ['inbox.delete'] }
    expect(lines(change, [loser, loser, loser])).toEqual(['3 members lose “Delete chats for good”'])
  })

  it('puts together what the same people lose, and not what others do', () => {
    const change = { lost: ['inbox.delete', 'inbox.close'], gained: ['reports.view'] }
    const both = { loses: ['inbox.close', 'inbox.delete'], gains: ['reports.view'] }
    expect(lines(change, [both, both])).toEqual([
      '2 members lose “Close and reopen chats” and “Delete chats for good”',
      '2 members gain “See reports”',
    ])
    expect(lines(change, [both, { ...both, loses: ['inbox.close'] }])).toEqual([
      '2 members lose “Close and reopen chats”',
      '1 member (Ana 1) loses “Delete chats for good”',
      '2 members gain “See reports”',
    ])
  })

  it('names six permissions at most', () => {
    const [sentence = ''] = lines({}, [{ gains: catalogue.bits.names.slice(0, 9) }])
    expect(sentence.match(/“/g)).toHaveLength(5)
    expect(sentence).toMatch(/ and 4 more$/)
  })

  it('says which API token of whom', () => {
    const token = { id: 't', name: 'Night bot', owner: 'Ana', gains: [], loses: ['contacts.export'] }
    expect(lines({ lost: ['contacts.export'] }, [{ loses: ['contacts.export'] }], { tokens: [token] })).toEqual([
      '1 member (Ana 1) loses “Export contacts”',
      '1 API token (“Night bot” of Ana) loses “Export contacts”',
    ])
    expect(lines({}, [{}], { tokens: [token, { ...token, name: 'Day bot' }] })).toEqual([
      '2 API tokens lose “Export contacts”',
    ])
  })

  const departments: ChatScope = { chats: 'departments', unassigned: false }
  const mine: ChatScope = { chats: 'mine', unassigned: true }
  it.each<[ChatScope, ChatScope, string]>([
    [all, departments, 'fewer chats: the chats of Sales'],
    [departments, all, 'more chats: all of them'],
    [
      departments,
      { ...departments, unassigned: true },
      'more chats: the chats of Sales, and nobody’s chats without a department',
    ],
    [departments, mine, 'other chats: nobody’s chats'],
    [mine, { ...mine, unassigned: false }, 'fewer chats: only their own chats'],
  ])('says what is seen when %j becomes %j', (from, to, sentence) => {
    const holdings = { before: holding(from, 'inbox.view'), after: holding(to, 'inbox.view') }
    expect(lines({ scope: { from, to } }, [{ holdings }, { holdings }])).toEqual([`2 members see ${sentence}`])
  })

  it('says nothing of chats to whom sees none', () => {
    const holdings = { before: holding(all, 'team.view'), after: holding(departments, 'team.view') }
    expect(lines({}, [{ holdings }])).toEqual([])
  })

  it('tells what Full Access means for later', () => {
    expect(lines({ full: { on: ['inbox'], off: ['contacts'] } })).toEqual([
      'Full Access to Inbox: also what it gains later',
      'No Full Access to Contacts: what it gains later is not included',
    ])
  })

  it('tells that nobody is hit, that invitations are out, and the new name', () => {
    const change = { renamed: { from: 'Night', to: 'Late' }, gained: ['inbox.view'] }
    expect(lines(change, [], { invites: 2 })).toEqual([
      'The name “Night” becomes “Late”',
      'Nothing changes for anybody on the team now',
      '2 open invitations give the role as it is then',
    ])
    expect(lines({ renamed: change.renamed }, [], { invites: 1 })).toEqual(['The name “Night” becomes “Late”'])
  })
})
