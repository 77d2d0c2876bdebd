import { type Calls, type StartedApi, startApi } from '@rolecall/api/testing'
import { oneEngine, type Seed, seedAccount } from '@rolecall/db/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Move, moves, roles, verbs } from './moves.ts'
import { permits, type Sent } from './oracle.ts'
import { type Account, accountIn, unionOf } from './powers.ts'
import { type Stage, stageOf } from './stage.ts'

// The algebra on every path (product.md, section 1): whatever a group of members is permitted to do, one after the other,
// none of them, nobody they invite and nobody else can read or do a thing on a chat by it, now or once what is temporary
// has ended, that neither they nor whoever did it could before; and there is always an active Administrator. Over random
// accounts with real departments and chats, real HTTP, against the plain reference of powers.ts. What is refused is
// refused by the table of rules, and what that permits is permitted (oracle.ts).

// The same accounts each time, so that a change fails for its own sake: ALGEBRA_SEED=… tries others, ALGEBRA_RUNS=… more.
const seed = Number(process.env['ALGEBRA_SEED'] ?? 1)
const runs = Number(process.env['ALGEBRA_RUNS'] ?? 30)

describe.each(oneEngine)(`the algebra on %s (ALGEBRA_SEED=${seed})`, (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine)
  })
  afterAll(() => server.close())

  test('no sequence of permitted calls ends with more than somebody held', { timeout: 600_000 }, async () => {
    const tally = new Map<string, number>()
    let judged = 0
    await fc.assert(
      fc.asyncProperty(roles, moves, fc.nat(4), async (custom, tried, withSupervisor) => {
        const { database } = server
        const own = Object.fromEntries(custom.map((role, n) => [`Custom ${n}`, role]))
        const seeded = await seedAccount(database, { roles: own })
        const { accountId } = seeded
        const group: { id: string; calls: Calls }[] = Object.keys(own)
          .concat(withSupervisor === 0 ? ['Supervisor'] : [])
          .map((name) => {
            const member = seeded.members[name]
            if (!member) throw new Error(name)
            server.seed.members['algebra'] = member
            return { id: member.id, calls: server.as('algebra') }
          })
        await settle(
          database,
          seeded,
          group.map(({ id }) => id),
        )
        let before = await accountIn(database, accountId)
        const together = unionOf(group.map(({ id }) => before.members.get(id)?.now ?? new Set()))
        const invited: Stage['invited'] = []

        // Invitations and acceptances are counted elsewhere; here they are all evaluated.
        await database.db.deleteFrom('attempt').execute()
        for (const move of tried) {
          const me = group[move.who % group.length]
          if (!me) continue
          const stage = stageOf(server, before, me.id, together, invited, (calls) => group.push({ id: '', calls }))
          const sent: Sent[] = []
          const calls: Calls = {
            ...me.calls,
            post: (path, input) => (sent.push({ path, input } as Sent), me.calls.post(path, input)),
          }
          const { status, refusal } = await verbs[move.verb](calls, move, stage)
          expect([move.verb, status < 500, refusal?.code === 'INTERNAL']).toEqual([move.verb, true, false])
          const [only] = sent
          const permitted = only && sent.length === 1 ? permits({ ...before, actorId: me.id }, only) : null
          if (permitted !== null && [200, 403].includes(status)) {
            expect({ move, only, permitted }).toEqual({ move, only, permitted: status === 200 })
            judged++
          }
          if (status !== 200) continue
          tally.set(move.verb, (tally.get(move.verb) ?? 0) + 1)
          const after = await accountIn(database, accountId)
          const joined = group.find(({ id }) => id === '')
          if (joined) joined.id = [...after.members.keys()].find((id) => !before.members.has(id)) ?? ''
          // Who joins is measured by the group: any of them may have invited.
          const actors = (joined ? group : [me]).map(({ id }) => before.members.get(id))
          holds(move, before, after, unionOf(actors.map((one) => (one?.active ? one.lasting : new Set()))))
          before = after
        }

        function holds(move: Move, before: Account, after: Account, mine: Set<string>) {
          for (const [id, they] of after.members) {
            for (const time of ['now', 'lasting'] as const) {
              const allowed = unionOf([mine, before.members.get(id)?.[time] ?? new Set()])
              const more = [...they[time]].filter((one) => !allowed.has(one))
              expect({ move, id, time, more }).toEqual({ move, id, time, more: [] })
            }
          }
          expect(administratorsOf(after)).toBeGreaterThan(0)
        }
      }),
      // To shorten a story of sixty calls takes longer than to read it.
      { numRuns: runs, seed, endOnFailure: true },
    )
    const permitted = [...tally].map(([verb, n]) => `${verb} ${n}`).join(', ')
    console.log(`algebra on ${engine}: permitted ${permitted}; ${judged} answers as the table says`)
    // A law about what is permitted says nothing where everything is refused.
    expect(tally.size).toBeGreaterThan(Object.keys(verbs).length * 0.7)
    expect([...tally.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(runs * 4)
    expect(judged).toBeGreaterThan(runs * 4)
  })
})

/** The group sits in different departments, and every chat waits for one of them or is one's of the group. */
async function settle({ tenant }: StartedApi['database'], { accountId, departments, chats }: Seed, group: string[]) {
  const ids = [departments.sales, departments.help]
  await tenant(accountId, async (tx) => {
    const rows = group.flatMap((member_id, n) =>
      ids
        .filter((_id, at) => ((n + 1) & (1 << at)) !== 0)
        .map((department_id) => ({ account_id: accountId, member_id, department_id })),
    )
    await tx.insertInto('department_member').values(rows).execute()
    for (const [n, id] of Object.values(chats).entries()) {
      const place = { assignee_id: group[n % (group.length + 1)] ?? null, department_id: ids[n % 3] ?? null }
      await tx.updateTable('chat').set(place).where('account_id', '=', accountId).where('id', '=', id).execute()
    }
  })
}

const administratorsOf = ({ members, roles }: Account) => {
  const [id] = [...roles.values()].filter(({ preset }) => preset === 'Administrator').map((role) => role.id)
  return [...members.values()].filter(({ active, roleId }) => active && roleId === id).length
}
