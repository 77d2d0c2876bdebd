import { noMail } from '@rolecall/api'
import { type StartedApi, startApi } from '@rolecall/api/testing'
import { changesIn, engines, oneEngine, type Seed, seedAccount } from '@rolecall/db/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lines, procedures } from '../matrix/table.ts'
import { inputsFor } from './inputs.ts'
import { type Outcome, probe, type Watch } from './probe.ts'
import { looseEnds } from './shape.ts'
import { procedure, routes, type Target } from './target.ts'
import { wordsOf } from './words.ts'

// reliability.md, 23: every door gets inputs made from its own schema and spoilt, by somebody who may open it. No answer
// is a 5xx, every refusal has a code and a request id, shows nothing of the inside, and leaves no trace.
// The same inputs each time, so that a change fails for its own sake: FUZZ_SEED=… tries others, FUZZ_RUNS=… more.

const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const runs = Number(process.env['FUZZ_RUNS'] ?? 200)
const doors = [...new Set([...Object.keys(procedures), ...Object.keys(routes)])]

// Roles that can be edited and deleted, enough of them for a whole door.
const spare = Object.fromEntries([1, 2, 3, 4, 5, 6].map((nr) => [`Spare ${nr}`, { permissions: ['inbox.view'] }]))

/** An Administrator holds all that one could ask for; to these it takes a secret, or a row that a fresh account has none of. */
const closed = [
  ...Object.keys(lines).filter((name) => lines[name]?.closed),
  '/auth/sign-in/email',
  '/auth/switch',
  '/auth/reset-password',
  // Nothing was deleted there, and nobody has a token.
  'roles.restore',
  'apiTokens.revokeOf',
]

describe.each(engines)(`fuzz on %s (FUZZ_SEED=${seed})`, (engine) => {
  let server: StartedApi
  let other: Seed
  const outcomes = new Map<string, Outcome>()
  const began = performance.now()
  const isWhole = oneEngine.includes(engine)

  beforeAll(async () => {
    // No letters: they would be sent between two calls, and what the post writes is no trace of either.
    server = await startApi(engine, { mail: noMail })
    other = await seedAccount(server.database, { name: 'Elsewhere' })
  })
  afterAll(() => server.close())

  const targetOf = (name: string): Target => routes[name] ?? procedure(server, name)

  const headersOf = (name: string, mine: Seed) => {
    const wanted = procedures[name] ?? 'anyone'
    server.seed.members[name] = mine.members.Administrator
    const key: Record<string, string> =
      wanted === 'anyone'
        ? {}
        : wanted === 'visitor'
          ? { authorization: `Visitor ${mine.contacts[0]?.secret}` }
          : { cookie: server.cookie(name) }
    return { origin: server.url, ...key }
  }

  const watchOver = (mine: Seed): Watch => ({
    here: () => changesIn(server.database, mine.accountId),
    elsewhere: async () => [
      ...(await changesIn(server.database, other.accountId)),
      // Before the wall: who can sign in, who is signed in, whether there is something to set up.
      (
        await sql`select (select count(*) from identity_user) as people, (select count(*) from identity_session
          where account_id is distinct from ${mine.accountId}::uuid) as sessions,
          (select count(*) from setting) as settings`.execute(server.database.db)
      ).rows,
    ],
  })

  // Each guess is evaluated here, not counted: the limits have their own tests.
  const between = async () => void (await server.database.db.deleteFrom('attempt').execute())

  test.each(doors)('%s', async (name) => {
    const mine = await seedAccount(server.database, { name, roles: spare })
    const target = targetOf(name)
    const inputs = inputsFor(target, wordsOf(mine, other), seed, runs)
    expect(inputs).toHaveLength(runs)
    // What a schema refuses meets no database, and of the rest a share is enough for the second engine.
    const fit = inputs.filter((text) => target.fits(text)).slice(0, isWhole ? runs : runs / 8)
    const texts = engine === 'postgres' ? inputs : fit
    const told = server.lines.length
    const outcome = await probe(server.url, target, texts, headersOf(name, mine), watchOver(mine), between)
    outcomes.set(name, outcome)
    expect(outcome.faults).toEqual([])
    expect(outcome.sent).toBe(texts.length)
    const errors = server.lines.slice(told).filter(({ level }) => level === 'error')
    expect(errors.map(({ message, fields }) => [message, fields['path'], fields['err']])).toEqual([])
    expect((await server.as('Agent').get('session.me')).status).toBe(200)
  })

  test('has strict and bounded inputs only', () => {
    const ends = Object.keys(procedures).flatMap((name) => looseEnds(targetOf(name).shape, name))
    expect(ends).toEqual([])
  })

  test('left no door out, and no object was taught anything', () => {
    expect(runs).toBeGreaterThanOrEqual(200)
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(server.api.doors.map(({ name }) => name)))
    // Whatever was refused was refused for its input: to somebody who may, every other door opened at times.
    const shut = [...outcomes].filter(([, { taken }]) => taken === 0).map(([name]) => name)
    expect(shut).toEqual(expect.arrayContaining(closed))
    if (isWhole) expect(shut.filter((name) => !closed.includes(name))).toEqual([])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    console.log(summary(engine, outcomes, (performance.now() - began) / 1000))
  })
})

function summary(engine: string, outcomes: Map<string, Outcome>, seconds: number): string {
  const all = [...outcomes.values()]
  const sum = (of: (outcome: Outcome) => number) => all.reduce((total, one) => total + of(one), 0)
  const codes = [...new Set(all.flatMap(({ refused }) => Object.keys(refused)))]
  const refused = codes.map((code) => `${sum((one) => one.refused[code] ?? 0)} ${code}`)
  return `fuzz on ${engine}, seed ${seed}: ${all.length} doors, ${sum((one) => one.sent)} inputs, ${sum((one) => one.taken)} taken, ${refused.join(', ')}; ${seconds.toFixed(0)} s`
}
