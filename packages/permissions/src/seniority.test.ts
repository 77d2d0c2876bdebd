import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitsOf } from './bits.ts'
import { defaultRoleNames } from './default-names.ts'
import { defaultRoles } from './default-roles.ts'
import { allGrants, covers, type Grants, grantsOf, has, intersect, minus, noGrants, toNames, union } from './grants.ts'
import { names } from './names.ts'
import { mayChangeRole, mayHandOut, mayManage } from './seniority.ts'

const { Administrator, Supervisor, Agent, Support } = defaultRoles

describe('by hand', () => {
  test('nobody hands out what they lack, and hears what that is', () => {
    expect(mayHandOut(Agent, grantsOf(['inbox.view', 'reports.view', 'billing.card']))).toEqual({
      allowed: false,
      missing: ['reports.view', 'billing.card'],
    })
    expect(mayHandOut(Agent, grantsOf(['inbox.view']))).toEqual({ allowed: true })
    expect(mayHandOut(noGrants, noGrants)).toEqual({ allowed: true })
  })

  test('a Supervisor manages everybody but administrators', () => {
    const managed = defaultRoleNames.filter((role) => mayManage(Supervisor, defaultRoles[role]).allowed)
    expect(managed).toEqual(['Supervisor', 'Agent', 'Support'])
    expect(mayManage(Supervisor, Administrator)).toMatchObject({
      missing: expect.arrayContaining(['team.administrators']),
    })
  })

  test('neither promoting to one’s senior nor demoting one', () => {
    const up = mayChangeRole({ mine: Supervisor, theirsBefore: Agent, theirsAfter: Administrator })
    const down = mayChangeRole({ mine: Supervisor, theirsBefore: Administrator, theirsAfter: Support })
    for (const refused of [up, down]) {
      expect(refused).toEqual({
        allowed: false,
        missing: ['team.administrators', 'billing.card', 'billing.details', 'billing.plan', 'billing.cancel'],
      })
    }
    expect(mayChangeRole({ mine: Supervisor, theirsBefore: Agent, theirsAfter: Supervisor })).toEqual({ allowed: true })
    expect(mayChangeRole({ mine: Administrator, theirsBefore: Support, theirsAfter: Administrator }).allowed).toBe(true)
  })
})

const anyGrants = fc.subarray([...names]).map((some) => grantsOf(some))

test('whoever may touch an Administrator, or make one, holds what the table names for it', () => {
  fc.assert(
    fc.property(anyGrants, anyGrants, (mine, other) => {
      const out = mayChangeRole({ mine, theirsBefore: Administrator, theirsAfter: other })
      const into = mayChangeRole({ mine, theirsBefore: other, theirsAfter: Administrator })
      const lacking = grantsOf(toNames(allGrants).filter((name) => name !== 'team.administrators'))
      if (out.allowed || into.allowed) expect(has(mine, 'team.administrators')).toBe(true)
      expect(mayManage(lacking, Administrator)).toEqual({ allowed: false, missing: ['team.administrators'] })
    }),
  )
})

test('what is missing is exactly what would have to be held', () => {
  fc.assert(
    fc.property(anyGrants, anyGrants, (mine, given) => {
      const answer = mayHandOut(mine, given)
      const missing = answer.allowed ? [] : answer.missing
      expect(missing).toEqual(toNames(given).filter((name) => !has(mine, name)))
      expect(mayHandOut(union(mine, grantsOf(missing)), given)).toEqual({ allowed: true })
    }),
  )
})

describe('no chain of steps that were allowed raises anybody above what the team held together', () => {
  type Step = { who: number; whom: number; wish: Grants; modest: boolean; how: 'change' | 'invite' | 'token' }
  const steps = fc.array(
    fc.record<Step>({
      who: fc.nat(),
      whom: fc.nat(),
      wish: anyGrants,
      modest: fc.boolean(),
      how: fc.constantFrom('change', 'invite', 'token'),
    }),
    { maxLength: 40 },
  )

  test('random teams, random wishes: changing roles, inviting, minting tokens', () => {
    let taken = 0
    let refused = 0
    fc.assert(
      fc.property(fc.array(anyGrants, { minLength: 1, maxLength: 5 }), steps, (team, steps) => {
        const together = team.reduce((all, grants) => union(all, grants))
        const members = [...team]
        for (const { who, whom, wish, modest, how } of steps) {
          const mine = members[who % members.length] as Grants
          const other = whom % members.length
          // Half of the wishes stay within one's own rights, or nearly every step would be refused.
          const given = modest ? intersect(wish, mine) : wish
          const allowed =
            how === 'change'
              ? mayChangeRole({ mine, theirsBefore: members[other] as Grants, theirsAfter: given }).allowed
              : mayHandOut(mine, given).allowed
          if (!allowed) {
            refused++
            continue
          }
          taken++
          if (how === 'change') members[other] = given
          else members.push(given)
        }
        for (const grants of members) expect(toNames(minus(grants, together))).toEqual([])
      }),
    )
    expect(taken).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(50)
  })

  // A chain is safe when each of its steps is, so every step of every team is all there is to try.
  test('every step of every team of three over three permissions', () => {
    const bits = bitsOf(['a.a', 'b.b', 'c.c'])
    const sets = Array.from({ length: 8 }, (_, word) =>
      grantsOf<string>(
        bits.names.filter((_name, i) => (word >> i) % 2 === 1),
        bits,
      ),
    )
    const teams = sets.flatMap((a) => sets.flatMap((b) => sets.map((c) => [a, b, c])))
    const together = (team: Grants<string>[]) => team.reduce((all, grants) => union(all, grants))
    let taken = 0
    for (const team of teams) {
      for (const mine of team) {
        for (const [whom, theirsBefore] of team.entries()) {
          for (const theirsAfter of sets) {
            if (!mayChangeRole({ mine, theirsBefore, theirsAfter }).allowed) continue
            expect(covers(together(team), together(team.with(whom, theirsAfter)))).toBe(true)
            taken++
          }
        }
      }
    }
    // Counted by hand: on oneself, after ⊆ before is 3 of 4 ways a permission; on another, mine ⊇ both is 5 of 8.
    expect(taken).toBe(3 * 8 ** 2 * 3 ** 3 + 6 * 8 * 5 ** 3)
  })
})
