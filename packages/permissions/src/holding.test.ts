import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, extend } from './catalogue.ts'
import { allGrants, grantsOf, noGrants, toNames } from './grants.ts'
import { type HeldRole, type Holding, holdingOf } from './holding.ts'
import { names } from './names.ts'
import { noReach, wholeReach } from './reach.ts'
import { defineSection } from './section.ts'
import { rowRights } from './views.ts'

const role = (
  permissions: readonly string[],
  chat_scope: HeldRole['chat_scope'] = 'mine',
  unassigned = false,
): HeldRole => ({
  preset: null,
  permissions,
  full_sections: [],
  chat_scope,
  unassigned,
})
const administrator: HeldRole = { ...role([], 'all'), preset: 'Administrator' }
const once = { ends_at: '2030-01-01T00:00:00.000Z' }
const forGood = { ends_at: null }
const permission = (name: string) => ({ permission: name, role: null })
const besideRole = (held: HeldRole) => ({ permission: null, role: held })
const now = (...of: Parameters<typeof holdingOf>) => holdingOf(...of).now
const clauses = (holding: Holding) => holding.reach.toJSON()

describe('holdingOf', () => {
  test('is the role, in the departments of whoever holds it', () => {
    const { now, lasting } = holdingOf(role(['inbox.reply'], 'departments', true), [], ['sales'])
    expect(now.toJSON()).toEqual({
      grants: ['inbox.view', 'inbox.reply'],
      reach: { all: false, departments: ['sales'], unassigned: 'unrouted' },
    })
    expect(lasting.toJSON()).toEqual(now.toJSON())
  })

  test('in nobody’s hands own departments are none', () => {
    expect(clauses(now(role([], 'departments')))).toEqual(noReach.toJSON())
  })

  test('a permission beside it brings what it needs, and no chats', () => {
    const held = now(role(['inbox.view']), [{ ...permission('contacts.export'), ...forGood }], ['sales'])
    expect(held.toJSON()).toEqual({
      grants: ['inbox.view', 'contacts.view', 'contacts.export'],
      reach: noReach.toJSON(),
    })
  })

  test('a role beside it brings its permissions and its chats, and both scopes add up', () => {
    const beside = besideRole(role(['reports.view'], 'mine', true))
    const held = now(role(['inbox.view'], 'departments'), [{ ...beside, ...forGood }], ['sales', 'care'])
    expect(held.toJSON()).toEqual({
      grants: ['inbox.view', 'reports.view'],
      reach: { all: false, departments: ['care', 'sales'], unassigned: 'any' },
    })
  })

  test('what ends counts now, and not for good', () => {
    const { now, lasting } = holdingOf(role(['inbox.view']), [
      { ...besideRole(administrator), ...once },
      { ...permission('audit.view'), ...forGood },
    ])
    expect(toNames(now.grants)).toEqual(toNames(allGrants))
    expect(now.reach).toEqual(wholeReach)
    expect(lasting.toJSON()).toEqual({ grants: ['inbox.view', 'audit.view'], reach: noReach.toJSON() })
  })

  test('what does not exist adds nothing', () => {
    const odd = [null, '', 'inbox.fly', '__proto__'].map((name) => ({ permission: name, role: null, ...forGood }))
    expect(now(role([]), odd).toJSON()).toEqual({ grants: [], reach: noReach.toJSON() })
  })

  test('sections of sibling apps count among theirs', () => {
    const word = { label: 'x', describes: 'x' }
    const actions = { view: { ...word, risk: 'low' }, edit: { ...word, risk: 'low', needs: ['crm.view'] } } as const
    const crm = defineSection('crm', { ...word, actions })
    const held = now(role([]), [{ ...permission('crm.edit'), ...forGood }], [], extend(catalogue, crm))
    expect(toNames<string>(held.grants)).toEqual(['crm.view', 'crm.edit'])
    expect(now(role([]), [{ ...permission('crm.edit'), ...forGood }]).toJSON().grants).toEqual([])
  })
})

describe('covers', () => {
  const all = now(role(['inbox.delete'], 'all'))

  test('asks for permissions and for chats', () => {
    const [sales, care] = ['sales', 'care'].map((one) => now(role(['inbox.view'], 'departments'), [], [one])) as [
      Holding,
      Holding,
    ]
    expect([all.covers(sales), sales.covers(all), sales.covers(care), sales.covers(sales)]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(sales.minus(care).toJSON()).toEqual({ grants: [], reach: sales.reach.toJSON() })
  })

  test('chats that nothing shows are not asked for, nor missed', () => {
    const blind = now(role(['team.view'], 'all'))
    const narrow = now(role(['team.view', 'inbox.view']))
    expect(narrow.covers(blind)).toBe(true)
    expect(blind.minus(narrow).toJSON()).toEqual({ grants: [], reach: noReach.toJSON() })
    expect(narrow.minus(blind).toJSON().grants).toEqual(['inbox.view'])
  })

  test.each(['inbox.view', 'contacts.view', 'reports.view'])('%s shows them', (name) => {
    const [wide, narrow] = [now(role([name], 'all')), now(role([name]))]
    expect(narrow.covers(wide)).toBe(false)
    expect(narrow.minus(wide).reach).toEqual(noReach)
    expect(wide.minus(narrow).reach).toEqual(wholeReach)
  })
})

describe('within', () => {
  const held = now(role(['inbox.reply', 'audit.view'], 'all'))

  test('takes what a token lacks, and no chats', () => {
    expect(held.within(grantsOf(['inbox.view', 'billing.view'])).toJSON()).toEqual({
      grants: ['inbox.view'],
      reach: wholeReach.toJSON(),
    })
    expect(held.within(noGrants).toJSON().grants).toEqual([])
  })

  test('is all of it where there is no token', () => {
    expect(held.within(null)).toBe(held)
  })
})

test('unreached are the permissions alone', () => {
  expect(now(role(['inbox.view'], 'all')).unreached.toJSON()).toEqual({
    grants: ['inbox.view'],
    reach: noReach.toJSON(),
  })
})

test('it never changes', () => {
  expect(Object.isFrozen(now(role([])))).toBe(true)
})

describe('rows', () => {
  const holds = (...some: string[]) => now(role(some))

  test('are opened by seeing, and by anything more that is done with them', () => {
    expect(holds('inbox.view').opensMoreThan(holds('team.view'))).toBe(true)
    expect(holds('inbox.delete').opensMoreThan(holds('inbox.view'))).toBe(true)
    expect(holds('contacts.view').opensMoreThan(holds('inbox.delete'))).toBe(true)
  })

  test('are not opened by what is there already, or is about something else', () => {
    expect(holds('inbox.view').opensMoreThan(holds('inbox.view'))).toBe(false)
    expect(holds('inbox.view').opensMoreThan(holds('inbox.delete'))).toBe(false)
    expect(holds('inbox.view', 'team.manage').opensMoreThan(holds('inbox.view'))).toBe(false)
    expect(now(role(['inbox.view'], 'all')).opensMoreThan(holds('inbox.view'))).toBe(false)
  })

  test('every right on them is every one', () => {
    const rights = toNames(rowRights(allGrants.bits).all)
    expect(holds(...rights).hasRowRights).toBe(true)
    // Only those that nothing else brings along can be lacking.
    const leaves = rights.filter((name) => !holds(...rights.filter((other) => other !== name)).hasRowRights)
    expect(leaves).toEqual(
      rights.filter((name) => !['inbox.view', 'contacts.view', 'contacts.edit', 'reports.view'].includes(name)),
    )
  })
})

describe('the laws', () => {
  const scopes = ['all', 'departments', 'mine'] as const
  const anyHolding = fc
    .tuple(fc.subarray([...names]), fc.constantFrom(...scopes), fc.boolean(), fc.subarray(['a', 'b', 'c']))
    .map(([some, scope, free, departments]) => now(role(some, scope, free), [], departments))
  const written = (holding: Holding) => `${toNames(holding.grants).join()} ${JSON.stringify(holding.reach)}`
  const same = (a: Holding, b: Holding) => written(a) === written(b)
  const every = ['team.view', 'inbox.view', 'inbox.delete'].flatMap((name) =>
    scopes.flatMap((scope) =>
      [false, true].flatMap((free) => [[], ['a'], ['a', 'b']].map((own) => now(role([name], scope, free), [], own))),
    ),
  )
  const small = [...new Map(every.map((holding) => [written(holding), holding])).values()]

  const laws: Record<string, (a: Holding, b: Holding, c: Holding) => boolean> = {
    'union: order and grouping do not matter': (a, b, c) =>
      same(a.union(b), b.union(a)) && same(a.union(b).union(c), a.union(b.union(c))),
    'meet: order and grouping do not matter': (a, b, c) =>
      same(a.meet(b), b.meet(a)) && same(a.meet(b).meet(c), a.meet(b.meet(c))),
    absorption: (a, b) => same(a.union(a.meet(b)), a) && same(a.meet(a.union(b)), a),
    distribution: (a, b, c) => same(a.meet(b.union(c)), a.meet(b).union(a.meet(c))),
    'a sum covers its parts': (a, b) => a.union(b).covers(a) && a.union(b).covers(b),
    'each part covers what they share': (a, b) => a.covers(a.meet(b)) && b.covers(a.meet(b)),
    'covers carries over': (a, b, c) => !(a.covers(b) && b.covers(c)) || a.covers(c),
    'nothing is missing where it is covered, and only there': (a, b) => {
      const { grants, reach } = b.minus(a)
      return a.covers(b) === (toNames(grants).length === 0 && reach.isEmpty)
    },
    'with what is missing it covers': (a, b) => a.union(b.minus(a)).covers(b),
  }

  test.each(Object.entries(laws))('%s', (_name, law) => {
    fc.assert(fc.property(anyHolding, anyHolding, anyHolding, law))
    const exceptions = small.flatMap((a) => small.filter((b) => !small.every((c) => law(a, b, c))))
    expect(exceptions).toEqual([])
  })

  test('covered both ways is equal only but for chats that nothing shows', () => {
    fc.assert(
      fc.property(anyHolding, anyHolding, (a, b) => {
        if (a.covers(b) && b.covers(a)) expect(toNames(a.grants)).toEqual(toNames(b.grants))
      }),
    )
    const [wide, narrow] = [now(role(['team.view'], 'all')), now(role(['team.view']))]
    expect([wide.covers(narrow), narrow.covers(wide), same(wide, narrow)]).toEqual([true, true, false])
  })
})
