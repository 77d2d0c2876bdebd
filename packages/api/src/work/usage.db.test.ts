import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recorder } from '../testing/lines.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { createUses } from './usage.ts'

describe.each(engines)('what was used, on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine)
  })
  afterAll(() => server.close())

  const used = () =>
    server.database.tenant(server.seed.accountId, (tx) =>
      tx.selectFrom('permission_use').selectAll().orderBy('permission').execute(),
    )

  test('is written down for whoever was let in, and for nobody who was not', async () => {
    const { Support } = server.seed.members
    await server.as('Support').get('inbox.list', { view: 'all', status: 'open' })
    await server.as('Support').get('inbox.list', { view: 'mine', status: 'open' })
    await server.as('Support').get('reports.chats', { from: '2026-01-01', to: '2026-01-02', timeZone: 'UTC' })
    await server.api.uses.flush()
    expect(await used()).toMatchObject([{ member_id: Support.id, permission: 'inbox.view' }])
    const [{ last_used_at } = { last_used_at: null }] = await used()
    expect(Date.now() - (last_used_at?.getTime() ?? 0)).toBeLessThan(60_000)
  })

  test('is forgotten with the member, also when they went before it was written', async () => {
    const { Agent } = server.seed.members
    await server.as('Agent').get('contacts.list', {})
    await server.database.tenant(server.seed.accountId, async (tx) => {
      await tx.deleteFrom('member').where('id', '=', Agent.id).execute()
    })
    await server.api.uses.flush()
    expect((await used()).filter(({ member_id }) => member_id === Agent.id)).toEqual([])
  })

  test('is written down every minute, until it is closed', async () => {
    const rounds: [number, () => void][] = []
    let ended = false
    const uses = createUses(server.database, recorder().log, (ms, run) => {
      rounds.push([ms, run])
      return () => {
        ended = true
      }
    })
    uses.start()
    const { accountId, members } = server.seed
    uses.note({ accountId, memberId: members.Supervisor.id, permission: 'audit.view' })
    const [[ms, round] = [0, () => {}]] = rounds
    round()
    const written = async () => (await used()).filter(({ member_id }) => member_id === members.Supervisor.id)
    await expect.poll(written).toMatchObject([{ permission: 'audit.view' }])
    expect([ms, ended]).toEqual([60_000, false])
    await uses.close()
    expect(ended).toBe(true)
  })
})
