import { type Seed, seedAccount } from '@rolecall/db/testing'
import { holdersOf, roleNames } from '@rolecall/permissions/testing'
import { describe, expect, it } from 'vitest'
import type { Answer } from './calls.ts'
import type { StartedApi } from './start.ts'
import { stateOf } from './state.ts'

type Input = Record<string, unknown>

export interface Contract {
  path: string
  type: 'get' | 'post'
  /** What it asks for; who holds that is in facts/roles.csv. */
  permission: string
  /** A good input. `n`: another one for each n from 0 to 3, where the call uses up what it names. */
  good(seed: Seed, n: number): Input | undefined
  /** Per key, values that are refused: wrong types, too long, malformed. */
  bad?: Record<string, unknown[]>
  /** Keys that hold an id, and how to find one of another account. */
  ids?: Record<string, (other: Seed) => string>
}

/**
 * What holds for every call of a member, whatever it does: who may, what a denial looks like, which input is refused,
 * what a foreign id looks like; and that a refused call leaves every table as it was.
 */
export function keepsContract(
  started: () => StartedApi,
  { path, type, permission, good, bad = {}, ids = {} }: Contract,
): void {
  const holders = holdersOf(permission)
  const facts = roleNames.map((role, n) => ({ role, n, may: holders.includes(role) }))
  const allowed = facts.find(({ may }) => may)?.role ?? ''

  const call = (who: string, input: unknown): Promise<Answer> => started().as(who)[type](path, input)
  const untouched = async (act: () => Promise<void>) => {
    const before = await stateOf(started().database)
    await act()
    expect(await stateOf(started().database)).toEqual(before)
  }

  describe(`${path} keeps its contract`, () => {
    it.each(facts.filter(({ may }) => !may))('refuses $role, says why, writes nothing', ({ role, n }) =>
      untouched(async () => {
        const { status, refusal } = await call(role, good(started().seed, n))
        expect(status).toBe(403)
        expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission, role })
      }),
    )

    it('refuses nobody, and a visitor', () =>
      untouched(async () => {
        const { seed } = started()
        const visitor = { authorization: `Visitor ${seed.contacts[0]?.secret}` }
        for (const headers of [{}, visitor, { authorization: 'Bearer nonsense' }]) {
          const { status, refusal } = await started().with(headers)[type](path, good(seed, 0))
          expect([status, refusal.code]).toEqual([401, 'NOT_SIGNED_IN'])
        }
      }))

    it('refuses what does not fit its schema', () =>
      untouched(async () => {
        const { seed } = started()
        const wrong = Object.entries({ surplus: [1, {}], ...bad }).flatMap(([key, values]) =>
          values.map((value) => ({ ...good(seed, 0), [key]: value })),
        )
        const none = good(seed, 0) === undefined ? [7, 'x', []] : [undefined, null, 7, 'x', []]
        for (const input of [...wrong, ...none]) {
          const { status, refusal } = await call(allowed, input)
          expect([status, refusal?.code], `answer to ${JSON.stringify(input)?.slice(0, 200)}`).toEqual([
            400,
            'INVALID_INPUT',
          ])
        }
      }))

    it.each(Object.keys(ids))('answers alike to a foreign %s and to one that never was', async (key) => {
      const { seed, database } = started()
      const other = await seedAccount(database)
      await untouched(async () => {
        const foreign = await call(allowed, { ...good(seed, 0), [key]: ids[key]?.(other) })
        const absent = await call(allowed, { ...good(seed, 0), [key]: crypto.randomUUID() })
        expect([foreign.status, foreign.refusal.code]).toEqual([404, 'NOT_FOUND'])
        expect(anonymous(foreign)).toEqual(anonymous(absent))
      })
    })

    it.each(facts.filter(({ may }) => may))('lets $role', async ({ role, n }) => {
      const { status, refusal } = await call(role, good(started().seed, n))
      expect([status, refusal]).toEqual([200, undefined])
    })
  })
}

/** A refusal without the one thing that differs from request to request. */
export const anonymous = ({ status, body, refusal }: Answer): unknown => [
  status,
  JSON.parse(JSON.stringify(body).replaceAll(refusal.requestId, '')),
]
