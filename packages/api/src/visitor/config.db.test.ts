import { engines } from '@rolecall/db/testing'
import type { WidgetConfig } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('visitor.config on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { name: 'Harbour Books' } })
  })
  afterAll(() => app.close())

  const config = (input: unknown) => app.with({}).get<WidgetConfig>('visitor.config', input)
  const change = (values: object) =>
    app.database.tenant(app.seed.accountId, (tx) => tx.updateTable('account').set(values).execute())

  it('tells how to look and who is there, by first names', async () => {
    const { accountId, members } = app.seed
    await app.database.tenant(accountId, async (tx) => {
      await tx.updateTable('member').set({ hidden: true }).where('id', '=', members.Agent.id).execute()
      await tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', members.Support.id).execute()
    })
    const { data, body } = await config({ account: accountId })
    expect(data).toEqual({
      shown: true,
      name: 'Harbour Books',
      online: true,
      color: '#2f5bea',
      on: '#fff',
      greeting: 'Hi there. How can we help?',
      team: expect.arrayContaining([{ name: 'Administrator' }, { name: 'Supervisor' }]),
    })
    expect(JSON.stringify(body)).not.toMatch(/Tester|example\.test|Agent|Support/)
  })

  it('tells nothing else while the widget is hidden', async () => {
    await change({ widget_shown: false, online: false })
    expect((await config({ account: app.seed.accountId })).data).toEqual({ shown: false })
    await change({ widget_shown: true, online: true })
  })

  it('tells what was changed to whoever asks after that, however many ask at once', async () => {
    const { accountId } = app.seed
    let asking = true
    const others = Array.from({ length: 8 }, async () => {
      while (asking) expect((await config({ account: accountId })).status).toBe(200)
    })
    for (const greeting of ['One', 'Two', 'Three', 'Four', 'Five']) {
      await change({ greeting })
      expect((await config({ account: accountId })).data).toMatchObject({ greeting })
    }
    asking = false
    await Promise.all(others)
  })

  it('refuses what is no account, and writes nothing', async () => {
    const before = await stateOf(app.database)
    expect((await config({ account: crypto.randomUUID() })).refusal.code).toBe('NOT_FOUND')
    for (const input of [
      {},
      { account: 'x' },
      { account: app.seed.accountId, more: 1 },
      { account: app.seed.accountId.toUpperCase() },
      null,
    ]) {
      expect((await config(input)).refusal.code).toBe('INVALID_INPUT')
    }
    expect(await stateOf(app.database)).toEqual(before)
  })
})
