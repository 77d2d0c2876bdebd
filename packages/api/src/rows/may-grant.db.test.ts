import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

type Chats = 'departments' | 'mine'
const sees = (chat_scope: Chats, unassigned: boolean, ...permissions: string[]) => ({
  chat_scope,
  unassigned,
  permissions,
})
const soon = () => new Date(Date.now() + 3_600_000).toISOString()

describe.each(engines)('scopes that add up on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    const roles = {
      Lead: sees(
        'departments',
        false,
        'inbox.view',
        'team.view',
        'team.manage',
        'roles.view',
        'roles.manage',
        'audit.view',
      ),
      Desk: sees('departments', false, 'inbox.view'),
      Free: sees('mine', true, 'inbox.view'),
      Slim: sees('mine', false, 'inbox.view'),
      Hollow: sees('mine', false, 'audit.view'),
    }
    at = await startApi(engine, { seed: { roles } })
  })
  afterAll(() => at.close())

  const give = (as: string, role: string) =>
    at.as(as).post<{ grantId: string }>('access.give', {
      memberId: at.seed.members['Slim']?.id,
      permission: null,
      roleId: at.seed.roles[role],
      until: soon(),
      reason: '',
    })

  it('are given by those only who see all that they show together', async () => {
    expect((await give('Lead', 'Desk')).status).toBe(200)
    const { status, refusal } = await give('Lead', 'Free')
    expect({ status, refusal }).toMatchObject({ status: 403, refusal: { code: 'PERMISSION_MISSING' } })
    expect(refusal.message).toContain('Their access reaches nobody’s chats, which you do not see for good')
    const given = await give('Administrator', 'Free')
    expect(given.status).toBe(200)
    // From now on they are above the one who does not see it all.
    const memberId = at.seed.members['Slim']?.id
    expect((await at.as('Lead').post('team.deactivate', { memberId })).status).toBe(403)
    expect((await at.as('Administrator').post('access.end', { grantId: given.data.grantId })).status).toBe(200)
    expect((await at.as('Lead').post('team.deactivate', { memberId })).status).toBe(200)
    expect((await at.as('Lead').post('team.reactivate', { memberId })).status).toBe(200)
  })

  it('do not grow, through a role that shows nothing by itself, for who does not see it', async () => {
    expect((await give('Lead', 'Hollow')).status).toBe(200)
    const draft = { name: 'Hollow', permissions: ['audit.view'], fullSections: [], chats: 'mine', unassigned: true }
    const edit = { roleId: at.seed.roles['Hollow'], version: 1, draft }
    const { status, refusal } = await at.as('Lead').post('roles.edit', edit)
    expect({ status, refusal }).toMatchObject({ status: 403, refusal: { code: 'PERMISSION_MISSING' } })
    expect(refusal.message).toContain('The access of Slim Tester reaches nobody’s chats')
  })
})
