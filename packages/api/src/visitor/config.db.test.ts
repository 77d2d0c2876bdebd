import { engines } from '@rolecall/db/testing'
import type { WidgetConfig } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../testing/listen.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'
import { thereSeconds } from '../work/sightings.ts'

describe.each(engines)('visitor.config on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    const roles = {
      Reader: { permissions: ['inbox.view'] },
      Hidden: { permissions: ['inbox.reply'] },
      Program: { permissions: ['inbox.reply'] },
    }
    app = await startApi(engine, { seed: { name: 'Harbour Books', roles } })
  })
  afterAll(() => app.close())

  const config = (input: unknown) => app.with({}).get<WidgetConfig>('visitor.config', input)
  const change = (values: object) =>
    app.database.tenant(app.seed.accountId, (tx) => tx.updateTable('account').set(values).execute())

  const team = async () => {
    const { data } = await config({ account: app.seed.accountId })
    return data.shown ? data.team.map(({ name }) => name).toSorted() : null
  }

  it('names nobody while nobody is there', async () => {
    expect(await team()).toEqual([])
  })

  it('names who has a page open, may answer and is not hidden; not the others, and not a program', async () => {
    const { accountId, members } = app.seed
    const program = { permissions: ['inbox.reply', 'inbox.view'], name: 'Bot' }
    const { token } = await app.api.operator.createToken(members['Program']?.email ?? '', program)
    await app.database.tenant(accountId, (tx) =>
      tx
        .updateTable('member')
        .set({ hidden: true })
        .where('id', '=', members['Hidden']?.id ?? '')
        .execute(),
    )
    const streams = await Promise.all([
      ...['Hidden', 'Reader', 'Administrator', 'Agent'].map((role) =>
        listen(`${app.url}/live`, { cookie: app.cookie(role) }),
      ),
      listen(`${app.url}/live`, { authorization: `Bearer ${token}` }),
    ])
    for (const { status } of streams) expect(status).toBe(200)
    await expect.poll(team).toEqual(['Administrator', 'Agent'])
    const own = (member_id: string) =>
      app.database.tenant(accountId, (tx) =>
        tx.selectFrom('presence').selectAll().where('member_id', '=', member_id).executeTakeFirst(),
      )
    expect(await own(members['Hidden']?.id ?? '')).toBeDefined()
    for (const role of ['Reader', 'Program']) expect(await own(members[role]?.id ?? '')).toBeUndefined()
    // One who left is there no longer, when that is long enough ago.
    await app.database.tenant(accountId, (tx) =>
      sql`update presence set seen_at = now() - ${thereSeconds + 1} * interval '1 second'
        where member_id = ${members.Agent.id}`.execute(tx),
    )
    expect(await team()).toEqual(['Administrator'])
    for (const stream of streams) stream.close()
  })

  it('tells how to look, and of who is there the first names', async () => {
    const { accountId } = app.seed
    const { data, body } = await config({ account: accountId })
    expect(data).toEqual({
      shown: true,
      name: 'Harbour Books',
      online: true,
      color: '#2f5bea',
      on: '#fff',
      greeting: 'Hi there. How can we help?',
      team: [{ name: 'Administrator' }],
    })
    expect(JSON.stringify(body)).not.toMatch(/Tester|example\.test|Agent|Hidden/)
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
