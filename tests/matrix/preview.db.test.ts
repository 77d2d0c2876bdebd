import { type StartedApi, startApi } from '@rolecall/api/testing'
import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calls, make } from './calls.ts'
import { procedures } from './table.ts'
import { newTarget } from './target.ts'
import { trace } from './trace.ts'

// A look at the console through a role changes nothing: every call of a member that could is refused, whatever the role
// may do, and leaves no trace. Queries answer as for a holder of the role.

const ofMembers = Object.keys(procedures).filter((name) => !/anyone|visitor/.test(procedures[name] ?? ''))
const changes = ofMembers.filter((name) => calls[name]?.method === 'POST')
const reads = ofMembers.filter((name) => calls[name]?.method === 'GET')

describe.each(engines)('a preview on %s', (engine) => {
  let server: StartedApi
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    server = await startApi(engine)
    const empty = { name: 'Nothing', permissions: [], fullSections: [], chats: 'all', unassigned: true }
    const inputs = {
      Administrator: { roleId: server.seed.roles.Administrator, draft: null },
      Nothing: { roleId: null, draft: empty },
    }
    for (const [name, input] of Object.entries(inputs)) {
      const { data } = await server.as('Administrator').post<{ previewId: string }>('roles.preview', input)
      ids[name] = data.previewId
    }
  })
  afterAll(() => server.close())

  const call = async (name: string, role: string) => {
    const headers = { cookie: server.cookie('Administrator'), 'x-rolecall-preview': ids[role] ?? '' }
    const target = await newTarget(server)
    const before = await trace(server)
    const answer = await make(server.url, name, target, headers)
    expect(await trace(server)).toEqual(before)
    return answer
  }

  test.each(changes)('%s is refused to an Administrator who looks as one', async (name) => {
    const { status, refusal } = await call(name, 'Administrator')
    expect([status, refusal?.code]).toEqual([412, 'PREVIEW'])
  })

  test.each(changes)('%s is refused as a role that may do nothing', async (name) => {
    const { refusal } = await call(name, 'Nothing')
    const wanted = procedures[name]
    if (wanted === 'member') expect(refusal?.code).toBe('PREVIEW')
    else expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: wanted, role: 'Nothing' })
  })

  test.each(reads)('%s answers as for a holder of the role', async (name) => {
    expect((await call(name, 'Administrator')).status).toBe(200)
    const { status, refusal } = await call(name, 'Nothing')
    if (procedures[name] === 'member') expect(status).toBe(200)
    else expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: procedures[name], role: 'Nothing' })
  })
})
