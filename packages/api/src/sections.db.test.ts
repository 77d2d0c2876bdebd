import { engines } from '@rolecall/db/testing'
import { catalogue, defineSection, extend } from '@rolecall/permissions'
import type { Session, Why } from '@rolecall/protocol'
import { initTRPC } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardFor } from './guard/guard.ts'
import { router } from './guard/trpc.ts'
import { type StartedApi, startApi } from './testing/index.ts'

// A sibling app's section, from its declaration to its doors.
const crm = defineSection('crm', {
  label: 'Deals',
  describes: 'Deals that grew out of chats',
  actions: {
    view: { label: 'See deals', describes: 'Opens the list of deals', risk: 'low', roles: ['Supervisor'] },
    close: { label: 'Close deals', describes: 'Marks a deal as won', risk: 'medium', needs: ['crm.view'] },
  },
})
const everything = extend(catalogue, crm)
const guard = guardFor(everything)

const deals = router({
  list: guard.may('crm.view').query(({ ctx }) => ({ for: ctx.actor.name })),
  close: guard.may('crm.close').mutation(() => ({ won: true })),
})
const report = guard.route('crm.report', 'crm.view', 'GET /deals.csv', async ({ reply, actor, open }) => {
  const name = await open(
    async ({ tx }) => (await tx.selectFrom('account').select('name').executeTakeFirstOrThrow()).name,
  )
  return reply.type('text/csv').send(`account,reader\n${name},${actor.name}\n`)
})

describe.each(engines)('a section from outside on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    const roles = { Dealer: { full_sections: ['crm'] }, Closer: { permissions: ['crm.close'] } }
    server = await startApi(engine, {
      catalogue: everything,
      routers: { crm: deals },
      routes: [report],
      seed: { chats: false, roles },
    })
  })
  afterAll(() => server.close())

  it.each([
    ['Administrator', 200, 200],
    ['Supervisor', 200, 403],
    ['Agent', 403, 403],
    ['Dealer', 200, 200],
    ['Closer', 200, 200],
  ])('is guarded like our own: %s', async (role, list, close) => {
    expect((await server.as(role).get('crm.list')).status).toBe(list)
    expect((await server.as(role).post('crm.close')).status).toBe(close)
  })

  it('is in the session and in the explanations', async () => {
    const { data } = await server.as('Supervisor').get<Session>('session.me')
    expect(data.permissions).toContain('crm.view')
    expect(data.procedures).toEqual(expect.arrayContaining(['crm.list', 'crm.report', 'inbox.list']))
    expect(data.procedures).not.toContain('crm.close')
    const why = await server.as('Supervisor').get<Why>('session.why', { permission: 'crm.close' })
    expect(why.data).toMatchObject({ label: 'Close deals', allowed: false })
    expect(why.data.granters.map(({ name }) => name)).toContain('Administrator Tester')
  })

  it('may bring plain routes, guarded and refused in the same words', async () => {
    const get = (role: string) => fetch(`${server.url}/deals.csv`, { headers: { cookie: server.cookie(role) } })
    const allowed = await get('Supervisor')
    expect(await allowed.text()).toBe('account,reader\nHarbour Books,Supervisor Tester\n')
    const refused = await get('Agent')
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'crm.view', role: 'Agent' })
    expect((await fetch(`${server.url}/deals.csv`)).status).toBe(401)
  })
})

describe('doors that do not open', () => {
  const t = initTRPC.create()
  const start = (options: object) => startApi('pglite', { seed: { chats: false }, ...options })

  it('refuses a procedure that the guard did not make', async () => {
    const bare = t.router({ steal: t.procedure.query(() => 'everything') })
    await expect(start({ routers: { bare } })).rejects.toThrow(/^bare.steal: not made by the guard/)
  })

  it('refuses a declaration that nobody enforces', async () => {
    const { meta } = deals.list._def as unknown as { meta: object }
    const borrowed = t.router({ list: t.procedure.meta(meta).query(() => 'everything') })
    await expect(start({ catalogue: everything, routers: { borrowed } })).rejects.toThrow(/not made by the guard/)
  })

  it('refuses a permission that the catalogue does not have', async () => {
    await expect(start({ routers: { crm: deals } })).rejects.toThrow(/catalogue has no permission "crm.(view|close)"/)
  })

  it('refuses two doors of one name', async () => {
    await expect(start({ catalogue: everything, routes: [report, report] })).rejects.toThrow(/two doors have this name/)
  })

  it('refuses to replace a router of ours', async () => {
    await expect(start({ catalogue: everything, routers: { inbox: deals } })).rejects.toThrow(/inbox/i)
  })
})
