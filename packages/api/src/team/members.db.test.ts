import { engines } from '@rolecall/db/testing'
import type { MemberDetail, MemberPage } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('members on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    const roles = Object.fromEntries(['anna', 'Ben', 'ben two', 'Cleo'].map((name) => [name, {}]))
    server = await startApi(engine, { seed: { roles } })
    await server.as('Administrator').post('team.deactivate', { memberId: server.seed.members['Cleo']?.id })
  })
  afterAll(() => server.close())

  const list = async (input: object = {}) => (await server.as('Supervisor').get<MemberPage>('team.members', input)).data
  const names = async (input: object) => (await list(input)).rows.map(({ name }) => name.replace(' Tester', ''))

  it('come by name, page by page, without a gap or a double', async () => {
    const whole = await names({})
    expect(whole).toEqual(['Administrator', 'Agent', 'anna', 'Ben', 'ben two', 'Cleo', 'Supervisor', 'Support'])
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: MemberPage = await list({ limit: 3, ...(after !== null && { after }) })
      seen.push(...page.rows.map(({ name }) => name.replace(' Tester', '')))
      expect(page.total).toBe(8)
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(whole)
  })

  it.each(['name', 'role', 'since', 'seen'] as const)(
    'come by %s both ways, without a gap or a double',
    async (sort) => {
      await server.as('Agent').get('team.members')
      const paged = async (descending: boolean) => {
        const seen: string[] = []
        let after: string | null = null
        do {
          const page: MemberPage = await list({ sort, descending, limit: 3, ...(after !== null && { after }) })
          seen.push(...page.rows.map(({ name }) => name.replace(' Tester', '')))
          after = page.next
        } while (after !== null)
        return seen
      }
      const up = await paged(false)
      expect(up.toSorted()).toEqual((await names({})).toSorted())
      expect(await paged(true)).toEqual(up.toReversed())
      expect(await names({ sort })).toEqual(up)
    },
  )

  it('come by role under the role’s name, and last who was active last', async () => {
    const { rows } = await list({ sort: 'role' })
    const roles = rows.map(({ role }) => role.name.toLowerCase())
    expect(roles).toEqual(roles.toSorted())
    const set = (who: string, at: Date) =>
      server.database.tenant(server.seed.accountId, (tx) =>
        tx
          .insertInto('permission_use')
          .values({
            ...{ account_id: server.seed.accountId, member_id: server.seed.members[who]?.id ?? '' },
            ...{ permission: 'team.manage', last_used_at: at },
          })
          .execute(),
      )
    await set('Ben', new Date(Date.now() + 60_000))
    expect((await names({ sort: 'seen', descending: true }))[0]).toBe('Ben')
  })

  it('are found by part of a name or an address, by role, department and status', async () => {
    expect(await names({ search: 'BEN' })).toEqual(['Ben', 'ben two'])
    expect(await names({ search: server.seed.members.Agent.email })).toEqual(['Agent'])
    expect(await names({ search: '%' })).toEqual([])
    expect(await names({ roleId: server.seed.roles.Support })).toEqual(['Support'])
    expect(await names({ departmentId: server.seed.departments.sales })).toEqual(['Agent'])
    expect(await names({ status: 'deactivated' })).toEqual(['Cleo'])
    expect(await names({ status: 'active', search: 'cleo' })).toEqual([])
  })

  it('have a page of their own, with what they hold beside their role and their tokens', async () => {
    const { Support } = server.seed.members
    const until = new Date(Date.now() + 3_600_000).toISOString()
    const give = { memberId: Support.id, permission: 'reports.view', roleId: null, until, reason: 'Monday' }
    await server.as('Administrator').post('access.give', give)
    const { token } = await server.api.operator.createToken(Support.email, { permissions: ['inbox.view'], name: 'Bot' })
    const { data } = await server.as('Supervisor').get<MemberDetail>('team.member', { memberId: Support.id })
    expect(data).toMatchObject({
      name: 'Support Tester',
      extraCount: 1,
      extra: [{ permission: { name: 'reports.view', label: 'See reports' }, reason: 'Monday', until }],
      tokens: [{ name: 'Bot', permissions: [{ name: 'inbox.view', works: true }], until: null }],
      manage: { may: true },
    })
    expect(JSON.stringify(data)).not.toContain(token)
  })

  keepsContract(() => server, {
    path: 'team.members',
    type: 'get',
    permission: 'team.view',
    good: () => undefined,
    bad: {
      limit: [0, 101, 'x'],
      sort: ['email', ''],
      descending: ['yes'],
      status: ['gone'],
      roleId: ['x'],
      after: ['x'],
      search: [7, 'x'.repeat(201)],
    },
  })
  keepsContract(() => server, {
    path: 'team.member',
    type: 'get',
    permission: 'team.view',
    good: ({ members }) => ({ memberId: members.Agent.id }),
    bad: { memberId: [7, 'me'] },
    ids: { memberId: ({ members }) => members.Agent.id },
  })
})
