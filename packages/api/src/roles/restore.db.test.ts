import { engines } from '@rolecall/db/testing'
import type { DeletedRole, RoleDetail, RoleVersion } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

const draft = (name: string, permissions: string[]) => ({
  ...{ name, permissions, fullSections: [], chats: 'mine', unassigned: false },
})

describe.each(engines)('a deleted role on %s', (engine) => {
  let server: StartedApi
  let roleId = ''
  beforeAll(async () => {
    const lead = { permissions: ['roles.view', 'roles.manage'], chat_scope: 'mine' as const }
    server = await startApi(engine, { seed: { plan: 'pro', roles: { Lead: lead } } })
    await plan('unlimited')
    roleId = (await ok<{ roleId: string }>('roles.create', { draft: draft('Night', ['inbox.view']), from: null }))
      .roleId
    await ok('roles.edit', { roleId, version: 1, draft: draft('Late', ['reports.view']) })
    await ok('team.setRole', { memberId: server.seed.members.Support.id, roleId })
    await ok('roles.delete', { roleId, version: 2, replacementId: server.seed.roles.Support })
  })
  afterAll(() => server.close())

  const plan = (plan: string) =>
    server.database.tenant(server.seed.accountId, (tx) =>
      tx
        .updateTable('account')
        .set({ plan: plan as 'pro' })
        .where('id', '=', server.seed.accountId)
        .execute(),
    )
  const post = <T = unknown>(call: string, input: object, role = 'Administrator') =>
    server.as(role).post<T>(call, input)
  const ok = async <T>(call: string, input: object): Promise<T> => {
    const { status, data, refusal } = await post<T>(call, input)
    expect([call, status, refusal]).toEqual([call, 200, refusal])
    return data
  }

  it('is listed with when and by whom, and its versions can be read', async () => {
    const { data } = await server.as('Supervisor').get<DeletedRole[]>('roles.deleted')
    expect(data).toEqual([{ id: roleId, name: 'Late', version: 2, at: expect.any(String), by: 'Administrator Tester' }])
    const versions = await server.as('Supervisor').get<RoleVersion[]>('roles.versions', { roleId })
    expect(versions.data.map(({ version }) => version)).toEqual([2, 1])
  })

  it('is refused beyond the plan, beyond what one holds, under a name that is taken: nothing changes', async () => {
    // That it was tried beyond one's own rights stands in the history.
    expect((await post('roles.restore', { roleId }, 'Lead')).refusal.code).toBe('PERMISSION_MISSING')
    const before = await stateOf(server.database)
    await plan('pro')
    expect((await post('roles.restore', { roleId })).refusal.message).toMatch(/includes 1 custom role/)
    await plan('unlimited')
    expect((await post('roles.restore', { roleId, name: 'Lead' })).refusal.code).toBe('CONFLICT')
    expect((await post('roles.restore', { roleId, to: 7 })).refusal.code).toBe('NOT_FOUND')
    expect((await post('roles.restore', { roleId: server.seed.roles['Lead'] })).refusal.code).toBe('CONFLICT')
    expect(await stateOf(server.database)).toEqual(before)
  })

  it('is there again as its next version, and nobody holds it', async () => {
    expect(await ok('roles.restore', { roleId, to: 1 })).toEqual({ roleId, version: 3 })
    const { data } = await server.as('Administrator').get<RoleDetail>('roles.get', { roleId })
    expect(data).toMatchObject({ name: 'Night', version: 3, permissions: ['inbox.view'], members: [], holderCount: 0 })
    const versions = await server.as('Administrator').get<RoleVersion[]>('roles.versions', { roleId })
    expect(versions.data.map(({ version }) => version)).toEqual([3, 2, 1])
    expect((await server.as('Administrator').get<DeletedRole[]>('roles.deleted')).data).toEqual([])
    const { data: history } = await server
      .as('Administrator')
      .get<{ rows: { text: string }[] }>('audit.list', { limit: 1 })
    expect(history.rows[0]?.text).toBe('Restored the deleted role Night as it was in version 1')
  })
})
