import { asOwner, engines } from '@rolecall/db/testing'
import type { Hint } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../../testing/contract.ts'
import { type StartedApi, startApi } from '../../testing/start.ts'

describe.each(engines)('hints on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, {
      seed: { roles: { Night: { permissions: ['inbox.reply', 'contacts.export', 'contacts.delete'] } } },
    })
  })
  afterAll(() => server.close())
  const hints = async () => (await server.as('Supervisor').get<Hint[]>('roles.hints')).data

  it('says nothing of what is young, and names the risky pair', async () => {
    expect((await hints()).map(({ kind }) => kind)).toEqual(['risky'])
  })

  it('names what nobody used for 90 days, from real calls', async () => {
    await server.as('Night').get('inbox.list', { view: 'all', status: 'open' })
    await server.api.uses.flush()
    await asOwner(server.database, (db) =>
      sql`update role set created_at = now() - interval '91 days' where name = 'Night'`.execute(db),
    )
    const [unused] = (await hints()).filter(({ kind }) => kind === 'unused')
    expect(unused?.permissions).toEqual(['inbox.reply', 'contacts.view', 'contacts.export', 'contacts.delete'])
    // Long ago is as good as never.
    await asOwner(server.database, (db) =>
      sql`update permission_use set last_used_at = now() - interval '91 days'`.execute(db),
    )
    expect((await hints()).filter(({ kind }) => kind === 'unused')).toEqual([])
    await asOwner(server.database, (db) => sql`update permission_use set last_used_at = now()`.execute(db))
  })

  it('prepares a draft that can be saved as it is', async () => {
    const [unused] = (await hints()).filter(({ kind }) => kind === 'unused')
    const roleId = unused?.role.id ?? ''
    const saved = await server.as('Administrator').post('roles.edit', { roleId, version: 1, draft: unused?.draft })
    expect([saved.status, saved.refusal]).toEqual([200, undefined])
    expect(await hints()).toEqual([])
  })

  keepsContract(() => server, {
    path: 'roles.hints',
    type: 'get',
    permission: 'roles.view',
    good: () => undefined,
  })
})
