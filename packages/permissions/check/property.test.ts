import { expect, test } from 'vitest'
import { grantsOf, has } from '../src/grants.ts'
import { type Holding, holdingOf } from '../src/holding.ts'
import { departments, kits, permissions, small } from './model.ts'
import { acts, manages, places, reads } from './property.ts'

// The plain words of property.ts and the engine answer alike for everything that can be held; so what is found by the
// one is a fault of the table, and not of how chats are seen.

/** With the engine: the chats that somebody reads, or acts on with `name`. */
const seen = (holding: Holding, name: string, who: string): number =>
  has<string>(holding.grants, name)
    ? places.reduce((mask, { assignee, department }, at) => {
        const place = { assigneeId: assignee === null ? null : String(assignee), departmentId: department }
        return holding.reach.sees(who, place) ? mask | (1 << at) : mask
      }, 0)
    : 0

const held = kits.map(({ role, besideRole, permission, departments }) => {
  const beside = besideRole || permission ? [{ role: besideRole, permission, ends_at: null }] : []
  return holdingOf(role, beside, departments, small).now
})

test('every kit is read and done with alike', () => {
  const different = [0, 1].flatMap((who) =>
    held.filter((holding, kit) => {
      const manage = has<string>(holding.grants, 'team.manage') ? manages : 0
      const [read, done] = [reads, acts].map((by) => by[who as 0 | 1][kit])
      return (
        read !== (seen(holding, 'inbox.view', String(who)) | manage) ||
        done !== seen(holding, 'inbox.assign', String(who))
      )
    }),
  )
  expect(held).toHaveLength(4_340)
  expect(different).toEqual([])
})

test('with a token, or looked at through one’s own, nobody can more', () => {
  const different = [...new Map(held.map((holding, kit) => [JSON.stringify(holding), kit])).values()]
  expect(different.length).toBeGreaterThan(70)
  const more = (holding: Holding, kit: number): number =>
    (seen(holding, 'inbox.view', '0') & ~(reads[0][kit] as number)) |
    (seen(holding, 'inbox.assign', '0') & ~(acts[0][kit] as number)) |
    (has<string>(holding.grants, 'team.manage') && ((reads[0][kit] as number) & manages) === 0 ? manages : 0)
  for (const mine of different) {
    for (let word = 0; word < 2 ** permissions.length; word++) {
      const token = grantsOf<string>(
        permissions.filter((_name, at) => (word & (1 << at)) !== 0),
        small.bits,
      )
      expect(more((held[mine] as Holding).within(token as never), mine)).toBe(0)
    }
    for (const role of different) {
      const both = (held[role] as Holding).meet(held[mine] as Holding)
      expect([more(both, mine), more(both, role)]).toEqual([0, 0])
    }
  }
})

test('there are places of each kind', () => {
  expect(new Set(places.map(({ department }) => department))).toEqual(new Set([...departments, null, 'gone']))
  expect(places).toHaveLength(16)
})
