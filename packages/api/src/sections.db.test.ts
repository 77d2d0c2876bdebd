import { engines } from '@rolecall/db/testing'
import { catalogue, defineSection, extend } from '@rolecall/permissions'
import type { AuditPage, Session, Why } from '@rolecall/protocol'
import { initTRPC } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Feature, feature } from './guard/feature.ts'
import { guardFor } from './guard/guard.ts'
import { order } from './guard/order.ts'
import { router } from './guard/trpc.ts'
import { news } from './rows/news.ts'
import { listen, type StartedApi, startApi } from './testing/index.ts'
import { sentences } from './work/history.ts'

// A sibling app's section, from its declaration to its doors.
const crm = defineSection('crm', {
  label: 'Deals',
  describes: 'Deals that grew out of chats',
  actions: {
    view: { label: 'See deals', describes: 'Opens the list of deals', risk: 'low', roles: ['Supervisor'] },
    close: { label: 'Close deals', describes: 'Marks a deal as won', risk: 'medium', needs: ['crm.view'] },
  },
})
const guard = guardFor(extend(catalogue, crm))
const says = sentences('crm', { close: () => 'Won a deal' })

const deals = router({
  list: guard.may('crm.view').query(({ ctx }) => ({ for: ctx.actor.name })),
  close: guard.may('crm.close').mutation(async ({ ctx }) => {
    await ctx.audit(says.close, { kind: 'deal', id: null }, {})
    await ctx.emit(news('deals'))
    return { won: true }
  }),
})
const report = guard.route('crm.report', 'crm.view', 'GET /deals.csv', async ({ reply, actor, open }) => {
  const name = await open(
    async ({ tx }) => (await tx.selectFrom('account').select('name').executeTakeFirstOrThrow()).name,
  )
  return reply.type('text/csv').send(`account,reader\n${name},${actor.name}\n`)
})

/** Contacts that the sibling was asked to erase. */
const erased: (string | null)[] = []

const crmFeature = feature('crm', {
  section: crm,
  router: deals,
  routes: [report],
  audit: says,
  news: guard.news({ deals: ['crm.view'] }),
  erase: async (_, { contactId }) => void erased.push(contactId),
  operator: { countDeals: order(z.strictObject({ since: z.string() }), async (ctx, { since }) => [ctx.email, since]) },
})

// Another sibling, which does not know the first: each extends the catalogue by itself.
const shop = defineSection('shop', {
  label: 'Shop',
  describes: 'What is sold',
  actions: { sell: { label: 'Sell', describes: 'Sells something', risk: 'low', roles: ['Agent'] } },
})
const shopGuard = guardFor(extend(catalogue, shop))
const shopFeature = feature('shop', {
  section: shop,
  router: router({ sell: shopGuard.may('shop.sell').query(() => 'sold') }),
})

describe.each(engines)('a section from outside on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    const roles = { Dealer: { full_sections: ['crm'] }, Closer: { permissions: ['crm.close'] } }
    server = await startApi(engine, {
      features: [crmFeature, shopFeature],
      seed: { roles },
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

  it('does not see another sibling, nor is seen by it', async () => {
    const { operator } = server.api
    const status = async (role: string, path: string) => (await server.as(role).get(path)).status
    expect([await status('Supervisor', 'crm.list'), await status('Supervisor', 'shop.sell')]).toEqual([200, 403])
    expect([await status('Agent', 'crm.list'), await status('Agent', 'shop.sell')]).toEqual([403, 200])
    expect(Object.keys(operator)).toContain('countDeals')
  })

  it('is told in the history in its own words', async () => {
    await server.as('Administrator').post('crm.close')
    const { data } = await server.as('Administrator').get<AuditPage>('audit.list', { action: 'crm.' })
    expect(data.rows[0]?.text).toBe('Won a deal')
  })

  it('tells its news to those whom it names, and to nobody else', async () => {
    const hear = (role: string) => listen(`${server.url}/live`, { cookie: server.cookie(role) })
    const [told, other] = await Promise.all([hear('Supervisor'), hear('Agent')])
    await server.as('Administrator').post('crm.close')
    await server.as('Administrator').post('switches.setOnline', { online: false })
    await Promise.all([told, other].map((stream) => stream.until(({ type }) => type === 'switches')))
    const heard = [told, other].map((stream) => stream.heard.map(({ event }) => event))
    expect(heard[0]).toContainEqual({ type: 'news', kind: 'deals' })
    expect(heard[1]).not.toContainEqual({ type: 'news', kind: 'deals' })
    for (const stream of [told, other]) stream.close()
  })

  it('is asked to erase what it keeps of a contact, and not by a deletion that is refused', async () => {
    const contactId = server.seed.contacts[0]?.id
    erased.length = 0
    expect((await server.as('Support').post('contacts.delete', { contactId })).status).toBe(403)
    expect(erased).toEqual([])
    expect((await server.as('Administrator').post('contacts.delete', { contactId })).status).toBe(200)
    expect(erased).toEqual([contactId])
  })

  it('takes orders of whoever runs the server, read by its own schema', async () => {
    const { obey } = server.api.operator
    const { email } = server.seed.members.Agent
    expect(await obey('countDeals', email, { since: 'May' })).toEqual([email, 'May'])
    await expect(obey('countDeals', email, { since: 5 })).rejects.toThrow('This is not what the order takes.')
    await expect(obey('constructor', email, {})).rejects.toThrow('There is no such order.')
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
  const start = (...features: Feature[]) => startApi('pglite', { seed: { chats: false }, features })

  it('refuses a procedure that the guard did not make', async () => {
    const bare = t.router({ steal: t.procedure.query(() => 'everything') })
    await expect(start(feature('bare', { router: bare }))).rejects.toThrow(/^bare.steal: not made by the guard/)
  })

  it('refuses a declaration that nobody enforces', async () => {
    const { meta } = deals.list._def as unknown as { meta: object }
    const borrowed = t.router({ list: t.procedure.meta(meta).query(() => 'everything') })
    const features = [crmFeature, feature('borrowed', { router: borrowed })]
    await expect(start(...features)).rejects.toThrow(/not made by the guard/)
  })

  it('refuses a permission that no section brings', async () => {
    await expect(start(feature('crm', { router: deals }))).rejects.toThrow(/no permission "crm.(view|close)"/)
  })

  it('refuses two doors of one name', async () => {
    const again = feature('again', { routes: [report] })
    await expect(start(crmFeature, again)).rejects.toThrow(/two doors have this name/)
  })

  it('refuses a second feature of one name, and what two of them claim', async () => {
    await expect(start(feature('inbox', { router: deals }))).rejects.toThrow(/inbox: two features/)
    await expect(start(feature('x', { news: { roles: null } }))).rejects.toThrow(/roles: two features/)
    const setRole = order(z.strictObject({}), async () => null)
    await expect(start(feature('x', { operator: { setRole } }))).rejects.toThrow(/setRole: two features/)
  })

  it('refuses a section that exists already', async () => {
    const mine = defineSection('inbox', { label: 'Inbox', describes: 'Mine', actions: {} })
    await expect(start(feature('mine', { section: mine }))).rejects.toThrow(/"inbox" exists already/)
  })
})
