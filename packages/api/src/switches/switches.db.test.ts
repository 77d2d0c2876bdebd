import { engines } from '@rolecall/db/testing'
import type { WidgetConfig } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('switches on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  const setOnline = (online: boolean) => app.as('Supervisor').post('switches.setOnline', { online })
  const setWidget = (shown: boolean) => app.as('Administrator').post('switches.setWidget', { shown })
  const config = async () =>
    (await app.with({}).get<WidgetConfig>('visitor.config', { account: app.seed.accountId })).data

  keepsContract(() => app, {
    path: 'switches.setOnline',
    type: 'post',
    permission: 'team.status',
    good: () => ({ online: true }),
    bad: { online: [0, 1, 'true', null], account: [crypto.randomUUID()] },
  })
  keepsContract(() => app, {
    path: 'switches.setWidget',
    type: 'post',
    permission: 'widget.visibility',
    good: () => ({ shown: true }),
    bad: { shown: [0, 1, 'false', null], online: [false] },
  })

  it('turn, tell everyone, and are written down', async () => {
    const { accountId, members } = app.seed
    const before = await clockOf(app.database, accountId)
    expect((await setOnline(false)).data).toEqual({ online: false, widgetShown: true })
    expect(await config()).toMatchObject({ shown: true, online: false })
    expect((await setWidget(false)).data).toEqual({ online: false, widgetShown: false })
    expect(await config()).toEqual({ shown: false })
    expect((await toldSince(app.database, accountId, before)).map(({ data }) => data)).toEqual([
      { type: 'switches', online: false, widgetShown: true },
      { type: 'switches', online: false, widgetShown: false },
    ])
    const log = await app.database.tenant(accountId, (tx) => tx.selectFrom('audit').selectAll().orderBy('at').execute())
    expect(log.map(({ action, actor_id, detail }) => [action, actor_id, detail])).toEqual([
      ['switches.setOnline', members.Supervisor.id, { online: false }],
      ['switches.setWidget', members.Administrator.id, { widgetShown: false }],
    ])
  })

  it('do nothing where they stand already', async () => {
    await setOnline(true)
    await setWidget(true)
    const before = await stateOf(app.database)
    expect((await setOnline(true)).data).toEqual({ online: true, widgetShown: true })
    expect((await setWidget(true)).data).toEqual({ online: true, widgetShown: true })
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('turned at once by many, tell in the end what stands', async () => {
    const before = await clockOf(app.database, app.seed.accountId)
    const turns = Array.from({ length: 30 }, (_, n) => (n % 2 ? setOnline(n % 4 === 1) : setWidget(n % 4 === 0)))
    for (const { status } of await Promise.all(turns)) expect(status).toBe(200)
    const told = await toldSince(app.database, app.seed.accountId, before)
    const stands = await app.database.tenant(app.seed.accountId, (tx) =>
      tx.selectFrom('account').select(['online', 'widget_shown']).executeTakeFirstOrThrow(),
    )
    if (told.length > 0) {
      expect(told.at(-1)?.data).toEqual({ type: 'switches', online: stands.online, widgetShown: stands.widget_shown })
    }
    // Each line differs from the one before: nobody told of a state that another had changed meanwhile.
    const states = [
      { online: true, widgetShown: true },
      ...told.map(({ data }) => data as { online: boolean; widgetShown: boolean }),
    ]
    for (const [n, state] of states.slice(1).entries()) {
      const last = states[n]
      expect(Number(state.online !== last?.online) + Number(state.widgetShown !== last?.widgetShown)).toBe(1)
    }
  })
})
