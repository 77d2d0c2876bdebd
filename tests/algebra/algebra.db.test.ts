import { type Calls, type StartedApi, startApi } from '@rolecall/api/testing'
import { engines, seedAccount } from '@rolecall/db/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Move, moves, roles, verbs } from './moves.ts'
import { powersIn, unionOf } from './powers.ts'
import { type Stage, stageOf } from './stage.ts'

// The algebra on every path (product.md, section 1): whatever a group of members is permitted to do, one after the other,
// none of them, nobody they invite and nobody else ends with more than one of the group held at the start; and there is
// always an active Administrator. Over random accounts, real HTTP, against the plain reference of powers.ts.

// The same accounts each time, so that a change fails for its own sake: ALGEBRA_SEED=… tries others, ALGEBRA_RUNS=… more.
const seed = Number(process.env['ALGEBRA_SEED'] ?? 1)
const runs = Number(process.env['ALGEBRA_RUNS'] ?? 30)

describe.each(engines)(`the algebra on %s (ALGEBRA_SEED=${seed})`, (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine)
  })
  afterAll(() => server.close())

  test('no sequence of permitted calls ends with more than somebody held', { timeout: 600_000 }, async () => {
    const permitted = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(roles, moves, fc.nat(4), async (custom, tried, withSupervisor) => {
        const { database } = server
        const own = Object.fromEntries(custom.map((role, n) => [`Custom ${n}`, role]))
        const account = await seedAccount(database, { roles: own })
        const { accountId } = account
        const group: { id: string; calls: Calls }[] = Object.keys(own)
          .concat(withSupervisor === 0 ? ['Supervisor'] : [])
          .map((name) => {
            const member = account.members[name]
            if (!member) throw new Error(name)
            server.seed.members['algebra'] = member
            return { id: member.id, calls: server.as('algebra') }
          })
        const before = await powersIn(database, accountId)
        const together = unionOf(group.map(({ id }) => before.get(id) ?? new Set()))
        const invited: Stage['invited'] = []

        // Invitations and acceptances are counted elsewhere; here they are all evaluated.
        await database.db.deleteFrom('attempt').execute()
        for (const move of tried) {
          const me = group[move.who % group.length]
          if (!me) continue
          const stage = await stageOf(server, accountId, me.id, together, invited, (calls) =>
            group.push({ id: '', calls }),
          )
          const { status, refusal } = await verbs[move.verb](me.calls, move, stage)
          expect([move.verb, status < 500, refusal?.code === 'INTERNAL']).toEqual([move.verb, true, false])
          if (status !== 200) continue
          permitted.set(move.verb, (permitted.get(move.verb) ?? 0) + 1)
          const now = await powersIn(database, accountId)
          const known = new Set([...before.keys(), ...group.map(({ id }) => id)])
          const joined = group.find(({ id }) => id === '')
          if (joined) joined.id = [...now.keys()].find((id) => !known.has(id)) ?? ''
          await holds(move, now)
        }

        async function holds(move: Move, now: Map<string, Set<string>>) {
          for (const [id, powers] of now) {
            const allowed = unionOf([together, before.get(id) ?? new Set()])
            expect({ move, id, more: [...powers].filter((one) => !allowed.has(one)) }).toEqual({ move, id, more: [] })
          }
          expect(await administrators(server, accountId)).toBeGreaterThan(0)
        }
      }),
      // To shorten a story of sixty calls takes longer than to read it.
      { numRuns: runs, seed, endOnFailure: true },
    )
    console.log(`algebra on ${engine}: permitted ${[...permitted].map(([verb, n]) => `${verb} ${n}`).join(', ')}`)
    // A law about what is permitted says nothing where everything is refused.
    expect(permitted.size).toBeGreaterThan(Object.keys(verbs).length * 0.7)
    expect([...permitted.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(runs * 4)
  })
})

const administrators = ({ database }: StartedApi, accountId: string) =>
  database.tenant(accountId, async (tx) => {
    const found = await tx
      .selectFrom('member')
      .innerJoin('role', 'role.id', 'member.role_id')
      .select('member.id')
      .where('role.preset', '=', 'Administrator')
      .where('member.status', '=', 'active')
      .execute()
    return found.length
  })
