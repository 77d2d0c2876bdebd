import { type StartedApi, startApi } from '@rolecall/api/testing'
import { changesIn, engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { make } from './calls.ts'
import { withoutTrace } from './no-trace.ts'
import { lines, procedures } from './table.ts'
import { newTarget } from './target.ts'

// A look at the console through a role changes nothing: every call of a member that could is refused, whatever the role
// may do, and leaves no trace. Queries answer as for a holder of the role.

const ofMembers = Object.keys(procedures).filter((name) => !/anyone|visitor/.test(procedures[name] ?? ''))
const changes = ofMembers.filter((name) => lines[name]?.method === 'POST')
const reads = ofMembers.filter((name) => lines[name]?.method === 'GET' && !lines[name]?.entry)
/** What gives out a copy is written down, in a preview as ever: or copies could be had without a word. */
const copies = ofMembers.filter((name) => lines[name]?.entry)

describe.each(engines)('a preview on %s', (engine) => {
  let server: StartedApi
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    server = await startApi(engine)
    const empty = { name: 'Nothing', permissions: [], fullSections: [], chats: 'all', unassigned: true }
    const inputs = {
      Administrator: { roleId: server.seed.roles.Administrator, draft: null },
      Member: { roleId: null, draft: null, memberId: server.seed.members.Administrator.id },
      Nothing: { roleId: null, draft: empty },
    }
    for (const [name, input] of Object.entries(inputs)) {
      const { data } = await server.as('Administrator').post<{ previewId: string }>('roles.preview', input)
      ids[name] = data.previewId
    }
  })
  afterAll(() => server.close())

  const answers = (names: string[], role: string) =>
    withoutTrace(server, names, (name, target) =>
      make(server.url, name, target, { cookie: server.cookie('Administrator'), 'x-rolecall-preview': ids[role] ?? '' }),
    )

  test.each(['Administrator', 'Member'])('refuses an Administrator who looks as one (%s) every change', async (as) => {
    const got = await answers(changes, as)
    const refused = changes.map((name) => [name, got[name]?.status, got[name]?.refusal?.code])
    expect(refused).toEqual(changes.map((name) => [name, 412, 'PREVIEW']))
  })

  test('refuses every change as a role that may do nothing', async () => {
    const got = await answers(changes, 'Nothing')
    expect(byName(changes, (name) => got[name]?.refusal)).toMatchObject(
      byName(changes, (name) => (procedures[name] === 'member' ? { code: 'PREVIEW' } : missing(name))),
    )
  })

  test('writes down who takes a copy, as ever', async () => {
    for (const name of copies) {
      const target = await newTarget(server)
      await changesIn(server.database, server.seed.accountId)
      const head = { cookie: server.cookie('Administrator'), 'x-rolecall-preview': ids['Administrator'] ?? '' }
      expect((await make(server.url, name, target, head)).status).toBe(200)
      expect([name, await changesIn(server.database, server.seed.accountId)]).toEqual([name, ['insert audit']])
    }
  })

  test('answers every question as for a holder of the role', async () => {
    const all = await answers(reads, 'Administrator')
    expect(byName(reads, (name) => all[name]?.status)).toEqual(byName(reads, () => 200))
    const got = await answers(reads, 'Nothing')
    expect(byName(reads, (name) => ({ status: got[name]?.status, ...got[name]?.refusal }))).toMatchObject(
      byName(reads, (name) => (procedures[name] === 'member' ? { status: 200 } : missing(name))),
    )
  })
})

const byName = <T>(names: string[], of: (name: string) => T) =>
  Object.fromEntries(names.map((name) => [name, of(name)]))

const missing = (name: string) => ({ code: 'PERMISSION_MISSING', permission: procedures[name], role: 'Nothing' })
