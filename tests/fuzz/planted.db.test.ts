import { feature, guardFor, refuse, router } from '@rolecall/api'
import { type StartedApi, startApi } from '@rolecall/api/testing'
import { changesIn, engines, seedAccount } from '@rolecall/db/testing'
import { catalogue } from '@rolecall/permissions'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputsFor } from './inputs.ts'
import { probe } from './probe.ts'
import { looseEnds } from './shape.ts'
import { procedure } from './target.ts'
import { wordsOf } from './words.ts'

// A fuzzer that finds nothing may be one that looks at nothing. These doors have the faults that it is there to find.

const guard = guardFor(catalogue)
const open = { type: 'object', properties: { text: { type: 'string' } } } as const
/** Stands in for a schema somebody forgot to finish: it takes what it is given. */
const loose = {
  toJSONSchema: () => open,
  safeParse: () => ({ success: true }),
  parse: (input: unknown) => input as { text: string },
}

const planted = router({
  /** The database meets a text that it cannot store. */
  unchecked: guard
    .member()
    .input(loose)
    .query(async ({ ctx: { tx }, input }) => (await sql`select ${input.text}::text as text`.execute(tx)).rows),
  /** Writes, ends the transaction that would have taken it back, and refuses then. */
  hasty: guard
    .member()
    .input(loose)
    .mutation(async ({ ctx: { tx } }) => {
      await sql`update account set online = not online`.execute(tx)
      await sql`commit`.execute(tx)
      return refuse('CONFLICT', 'duplicate key value violates unique constraint "contact_pkey"')
    }),
})

describe.each(engines)('planted faults on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { features: [feature('planted', { router: planted })] })
  })
  afterAll(() => server.close())

  const faultsOf = async (name: string) => {
    const { seed, database } = server
    const target = procedure(server, name)
    const texts = inputsFor(target, wordsOf(seed, await seedAccount(database)), 1, 60)
    const watch = { here: () => changesIn(database, seed.accountId), elsewhere: async () => null }
    const headers = { origin: server.url, cookie: server.cookie('Agent') }
    const { faults } = await probe(server.url, target, texts, headers, watch, async () => {})
    return faults.join('\n')
  }

  test('a text that the database cannot store is found', async () => {
    expect(await faultsOf('planted.unchecked')).toContain('it answers 500')
  })

  test('a refused call that leaves a trace, or tells of the tables, is found', async () => {
    const faults = await faultsOf('planted.hasty')
    expect(faults).toContain('it left a trace')
    expect(faults).toContain('it shows its insides: violates')
  })

  test('an input without bounds, or without any schema, is found', () => {
    expect(looseEnds(open)).toEqual(['input takes unknown keys', 'input.text has no longest text'])
    expect(() => procedure(server, 'planted.absent')).toThrow(/has no schema/)
  })
})
