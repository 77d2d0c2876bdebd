import { describe, expect, test } from 'vitest'
import { type HeldRole, type Holdings, holdingOf } from './holding.ts'
import { noReach, reachOf, reachOfDepartments } from './reach.ts'
import { type Demand, lacking, receives, rules, setsFree } from './rules.ts'

const role = (permissions: readonly string[], chat_scope: HeldRole['chat_scope'] = 'mine'): HeldRole => ({
  preset: null,
  permissions,
  full_sections: [],
  chat_scope,
  unassigned: false,
})
const day = { role: null, ends_at: '2030-01-01T00:00:00.000Z' }
const holds = (...some: string[]) => holdingOf(role(some))
/** With something more for a day. */
const withDay = (permission: string, ...some: string[]) => holdingOf(role(some), [{ ...day, permission }])

const plain = holds('team.view')
const sees = holds('inbox.view')
const deletes = holds('inbox.delete')
const active = true
const nothing: Demand = { hold: [], see: noReach, read: false, administrator: false }
const sales = reachOfDepartments(['sales'])

describe('whoever’s access changes', () => {
  const acts = {
    setRole: { ...nothing, administrator: true },
    give: nothing,
    holder: nothing,
  }

  test.each(['setRole', 'give', 'holder'] as const)('%s asks for both ends, as they are now', (act) => {
    const [before, after] = [withDay('audit.view', 'team.view'), withDay('billing.view', 'team.view')]
    expect(rules[act]({ before, after, active })).toEqual({ ...acts[act], hold: [before.now, after.now] })
  })

  test('setDepartments asks for what is added, too', () => {
    const [before, after] = [
      holdingOf(role(['inbox.view'], 'departments')),
      holdingOf(role(['inbox.view'], 'departments'), [], ['sales']),
    ]
    expect(rules.setDepartments({ before, after, active, added: sales })).toEqual({
      ...nothing,
      hold: [before.now, after.now],
      see: sales,
    })
  })

  const reads = (before: Holdings, after: Holdings, is = active) => rules.give({ before, after, active: is }).read

  test('what they have assigned is read where they can then do more with it', () => {
    expect(reads(plain, sees)).toBe(true)
    expect(reads(sees, deletes)).toBe(true)
    expect(reads(plain, withDay('inbox.view'))).toBe(true)
  })

  test('or for longer', () => {
    expect(reads(withDay('inbox.view'), sees)).toBe(true)
    expect(reads(withDay('inbox.view'), withDay('inbox.view', 'team.view'))).toBe(false)
  })

  test('not where nothing is new, it is about something else, or they are not there to see it', () => {
    expect(reads(sees, sees)).toBe(false)
    expect(reads(deletes, sees)).toBe(false)
    expect(reads(sees, holds('inbox.view', 'team.view'))).toBe(false)
    expect(reads(plain, sees, false)).toBe(false)
  })
})

test('who goes is held as a whole, and leaves an Administrator', () => {
  const before = withDay('audit.view', 'team.view')
  for (const act of ['deactivate', 'remove'] as const) {
    expect(rules[act]({ before })).toEqual({ ...nothing, hold: [before.now], administrator: true })
  }
})

test('who comes back is held as a whole, and their chats are read', () => {
  const before = withDay('audit.view', 'team.view')
  expect(rules.reactivate({ before })).toEqual({ ...nothing, hold: [before.now], read: true })
})

test('what ends, ends for somebody whom one holds as a whole', () => {
  const before = withDay('audit.view', 'team.view')
  expect(rules.end({ before })).toEqual({ ...nothing, hold: [before.now] })
})

test('a role is held before and after', () => {
  expect(rules.saveRole([plain.now, sees.now])).toEqual({ ...nothing, hold: [plain.now, sees.now] })
})

test('an invitation: its role and its departments, whenever it is sent, sent again or used', () => {
  const invitation = { role: holdingOf(role(['inbox.view'], 'all')).now, departments: sales }
  for (const act of ['invite', 'accept', 'resend'] as const) {
    expect(rules[act](invitation)).toEqual({ ...nothing, hold: [invitation.role], see: sales })
  }
  const { hold, ...others } = rules.revoke(invitation)
  expect(hold.map((one) => one.toJSON())).toEqual([{ grants: ['inbox.view'], reach: noReach.toJSON() }])
  expect(others).toEqual({ see: noReach, read: false, administrator: false })
})

test('a department may go whoever says so', () => {
  expect(rules.deleteDepartment()).toEqual(nothing)
})

describe('lacking', () => {
  const mine = holdingOf(role(['inbox.view', 'team.manage'], 'departments'), [], ['sales']).now
  const demand = (some: Partial<Demand>): Demand => ({ ...nothing, ...some })

  test('nothing', () => {
    expect(lacking(mine, demand({}))).toBeNull()
    expect(lacking(mine, demand({ hold: [mine, sees.now], see: sales }))).toBeNull()
  })

  test('the first that is not held, and what of it', () => {
    const wide = holdingOf(role(['inbox.reply', 'audit.view'], 'all')).now
    expect(lacking(mine, demand({ hold: [sees.now, wide, deletes.now] }))).toEqual({
      permissions: ['inbox.reply', 'audit.view'],
      reach: wide.reach,
    })
  })

  test('chats alone', () => {
    const care = holdingOf(role(['inbox.view'], 'departments'), [], ['sales', 'care']).now
    expect(lacking(mine, demand({ hold: [care] }))).toEqual({ permissions: [], reach: reachOfDepartments(['care']) })
  })

  test('departments that are not seen', () => {
    const both = reachOfDepartments(['sales', 'care'])
    expect(lacking(mine, demand({ see: both }))).toEqual({ permissions: [], reach: reachOfDepartments(['care']) })
  })
})

test('chats become free by whoever may do everything with them', () => {
  const whole = { ...role([]), full_sections: ['inbox', 'contacts', 'reports'] }
  expect(setsFree(holdingOf(whole).now)).toBe(true)
  expect(setsFree(holdingOf({ ...whole, full_sections: ['inbox', 'contacts'] }).now)).toBe(false)
})

test('a chat is given to whoever sees chats', () => {
  expect(receives(sees.now)).toBe(true)
  expect(receives(deletes.now)).toBe(true)
  expect(receives(holds('contacts.view').now)).toBe(false)
  expect(receives(withDay('inbox.view').now)).toBe(true)
  expect(reachOf({ chats: 'mine', unassigned: false }, [])).toEqual(noReach)
})
