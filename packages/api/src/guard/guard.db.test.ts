import { engines } from '@rolecall/db/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { refuse } from '../refuse/errors.ts'
import { type StartedApi, startApi } from '../testing/index.ts'
import { sentences } from '../work/history.ts'
import { feature } from './feature.ts'
import { guard } from './guard.ts'
import { router } from './trpc.ts'

const renamed = (name: string) =>
  ({ type: 'switches', data: { type: 'switches', online: true, widgetShown: name === '' } }) as const

let deadlocks = 0

const says = sentences('shop', { rename: (d: { name: string }) => `Renamed the shop to ${d.name}` })

// A small feature, as a sibling app would write it: each call renames the account and tells of it.
const shop = router({
  rename: guard
    .may('account.manage')
    .input(
      z.strictObject({ name: z.string().max(50), fail: z.enum(['refuse', 'throw', 'sql', 'deadlock']).optional() }),
    )
    .mutation(async ({ ctx, input: { name, fail } }) => {
      await ctx.emit(renamed(name))
      await ctx.tx.updateTable('account').set({ name }).where('id', '=', ctx.actor.accountId).execute()
      await ctx.audit(says.rename, { kind: 'account', id: ctx.actor.accountId }, { name })
      if (fail === 'refuse') refuse('NOT_NOW', 'We are closed. Come back tomorrow.')
      if (fail === 'throw') throw new Error('a secret of the server: /etc/passwd')
      if (fail === 'sql') await sql`select secret_column from account`.execute(ctx.tx)
      if (fail === 'deadlock' && deadlocks++ < 2) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      return { name }
    }),
  look: guard.may('account.view').query(async ({ ctx }) => {
    const rows = await ctx.tx.selectFrom('account').select(['id', 'name']).execute()
    return { rows, house: Object.getOwnPropertySymbols(ctx).map((key) => (ctx as never)[key]) }
  }),
})

describe.each(engines)('the guard on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, {
      seed: { chats: false },
      features: [feature('shop', { router: shop, audit: says })],
    })
  })
  afterAll(() => server.close())

  const state = () =>
    server.database.tenant(server.seed.accountId, async (tx) => ({
      name: (await tx.selectFrom('account').select('name').executeTakeFirstOrThrow()).name,
      events: (await tx.selectFrom('event').select('id').execute()).length,
      audit: (await tx.selectFrom('audit').select('id').execute()).length,
      clock: (await tx.selectFrom('clock').select('now').executeTakeFirstOrThrow()).now,
    }))
  let before: Awaited<ReturnType<typeof state>>
  beforeEach(async () => {
    before = await state()
    server.lines.length = 0
  })

  it('commits the change, its event and its audit line together', async () => {
    const { data } = await server.as('Administrator').post('shop.rename', { name: 'Two' })
    expect(data).toEqual({ name: 'Two' })
    expect(await state()).toEqual({
      name: 'Two',
      events: before.events + 1,
      audit: before.audit + 1,
      clock: before.clock + 1,
    })
  })

  it.each([
    ['refuse', 412, 'NOT_NOW'],
    ['throw', 500, 'INTERNAL'],
    ['sql', 500, 'INTERNAL'],
  ])('undoes all of it when the resolver fails (%s)', async (fail, status, code) => {
    const answer = await server.as('Administrator').post('shop.rename', { name: 'Three', fail })
    expect(answer.status).toBe(status)
    expect(answer.refusal.code).toBe(code)
    expect(await state()).toEqual(before)
  })

  it('tells a stranger nothing about a fault, and the log everything', async () => {
    const { body, refusal } = await server.as('Administrator').post('shop.rename', { name: 'x', fail: 'throw' })
    expect(JSON.stringify(body)).not.toMatch(/passwd|secret|stack|at /)
    const line = server.lines.find(({ level }) => level === 'error')
    expect(line?.fields).toMatchObject({ requestId: refusal.requestId, path: 'shop.rename' })
    expect(JSON.stringify(line?.fields['err'])).toContain('/etc/passwd')
  })

  it('runs a transaction again that lost a deadlock', async () => {
    deadlocks = 0
    const { status } = await server.as('Administrator').post('shop.rename', { name: 'Four', fail: 'deadlock' })
    expect(status).toBe(200)
    expect(deadlocks).toBe(3)
    expect(await state()).toMatchObject({ name: 'Four', events: before.events + 1, audit: before.audit + 1 })
  })

  it('changes nothing when it denies, and says in the log who lacked what', async () => {
    const { status, refusal } = await server.as('Support').post('shop.rename', { name: 'Five' })
    expect(status).toBe(403)
    expect(refusal).toEqual({
      code: 'PERMISSION_MISSING',
      message: expect.stringMatching(/Change account preferences.*the role Support does not have it/),
      requestId: expect.any(String),
      permission: 'account.manage',
      role: 'Support',
    })
    expect(await state()).toEqual(before)
    expect(server.lines.find(({ message }) => message === 'denied')?.fields).toMatchObject({
      requestId: refusal.requestId,
      permission: 'account.manage',
      role: 'Support',
      memberId: server.seed.members.Support.id,
      path: 'shop.rename',
    })
  })

  it('decides before it looks at the input: who may not call learns nothing about it', async () => {
    const { refusal } = await server.as('Support').post('shop.rename', { nonsense: true })
    expect(refusal.code).toBe('PERMISSION_MISSING')
    expect((await server.with({}).post('shop.rename', { nonsense: true })).refusal.code).toBe('NOT_SIGNED_IN')
  })

  it('opens only the caller’s account, and keeps the house to itself', async () => {
    const { data } = await server.as('Administrator').get<{ rows: { id: string }[]; house: unknown[] }>('shop.look')
    expect(data.rows.map(({ id }) => id)).toEqual([server.seed.accountId])
    expect(data.house).toEqual([null])
  })

  it('succeeds when the live streams cannot be woken: the change is in the outbox', async () => {
    const { live } = server.api
    const offer = live.offer
    live.offer = () => {
      throw new Error('no streams today')
    }
    try {
      expect((await server.as('Administrator').post('shop.rename', { name: 'Six' })).status).toBe(200)
    } finally {
      live.offer = offer
    }
    expect(await state()).toMatchObject({ name: 'Six', events: before.events + 1 })
    expect(server.lines.map(({ message }) => message)).toContain('live streams were not woken')
  })

  it('offers events to the streams before it answers', async () => {
    const { live } = server.api
    const offer = live.offer
    const offered: number[] = []
    live.offer = (accountId, rows) => {
      offered.push(...rows.map(({ id }) => id))
      return offer.call(live, accountId, rows)
    }
    try {
      await server.as('Administrator').post('shop.rename', { name: 'Seven' })
      expect(offered).toEqual([before.clock + 1])
      await server.as('Administrator').post('shop.rename', { name: 'Seven', fail: 'refuse' })
      expect(offered).toHaveLength(1)
    } finally {
      live.offer = offer
    }
  })
})
