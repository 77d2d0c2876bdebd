import { engines, seedAccount } from '@rolecall/db/testing'
import type { RoleList, RolesDocument, RolesPlan } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../testing/calls.ts'
import { keepsContract } from '../../testing/contract.ts'
import { type StartedApi, startApi } from '../../testing/start.ts'
import { stateOf } from '../../testing/state.ts'

const night = { name: 'Night', fullAccess: [], permissions: ['inbox.reply'], chats: 'mine', unassigned: true } as const
const file = (...roles: object[]) => ({ $schema: '', version: 1, roles }) as unknown as RolesDocument

describe.each(engines)('roles as code on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, {
      seed: {
        roles: {
          Night: {
            permissions: ['inbox.delete'],
            full_sections: ['contacts'],
            chat_scope: 'departments',
            unassigned: false,
          },
          Desk: { permissions: ['inbox.view'] },
        },
      },
    })
  })
  afterAll(() => server.close())

  const bring = (
    document: RolesDocument,
    more: { digest?: string | null; prune?: boolean } = {},
    as = 'Administrator',
  ) => server.as(as).post<RolesPlan>('roles.import', { document, digest: null, prune: false, ...more })
  const twice = async (document: RolesDocument, prune = false, as = 'Administrator'): Promise<Answer<RolesPlan>> => {
    const dry = await bring(document, { prune }, as)
    return dry.status === 200 ? bring(document, { prune, digest: dry.data.digest }, as) : dry
  }
  const exported = async (as = 'Administrator') => (await server.as(as).get<RolesDocument>('roles.export')).data
  const grants = async (as = 'Administrator') => {
    const { roles } = (await server.as(as).get<RoleList>('roles.list')).data
    return Object.fromEntries(roles.map(({ name, grants, chats, unassigned }) => [name, [grants, chats, unassigned]]))
  }

  it('what was exported and is brought back changes nothing', async () => {
    const document = await exported()
    expect(document.roles.map(({ name }) => name)).toEqual(['Desk', 'Night'])
    const before = await stateOf(server.database)
    const { data } = await twice(document, true)
    expect(data).toMatchObject({ applied: true, create: [], edit: [], remove: [], lines: [] })
    expect(await stateOf(server.database)).toEqual(before)
  })

  it('brings what a role is for, takes it away, and leaves it alone where the file is silent', async () => {
    const { roles } = await exported()
    const desk = roles.find(({ name }) => name === 'Desk')
    const described = async () => (await exported()).roles.find(({ name }) => name === 'Desk')?.description
    expect(desk?.description).toBe('')
    const dry = await bring(file({ ...desk, description: 'Reads along' }))
    expect(dry.data.lines).toContain('Desk: described as “Reads along”')
    expect(await described()).toBe('')
    await twice(file({ ...desk, description: 'Reads along' }))
    expect(await described()).toBe('Reads along')
    const { description: _, ...silent } = desk ?? {}
    expect((await twice(file(silent))).data.lines).not.toContain('Desk: no description')
    expect(await described()).toBe('Reads along')
    // What somebody wrote meanwhile is not overwritten by what was worked out before.
    const before = await bring(file({ ...desk, description: '' }))
    const roleId = server.seed.roles['Desk']
    await server.as('Administrator').post('roles.describe', { roleId, description: 'Reads' })
    const late = await bring(file({ ...desk, description: '' }), { digest: before.data.digest })
    expect(late.refusal.code).toBe('CONFLICT')
    await twice(file({ ...desk, description: '' }))
    expect(await described()).toBe('')
  })

  it('makes the same roles in another account', async () => {
    const other = await seedAccount(server.database, { name: 'Elsewhere', chats: false })
    server.seed.members['Elsewhere'] = other.members.Administrator
    const { data } = await twice(await exported(), false, 'Elsewhere')
    expect(data.create.map(({ name }) => name)).toEqual(['Desk', 'Night'])
    expect(await grants('Elsewhere')).toEqual(await grants())
    expect(await exported('Elsewhere')).toEqual(await exported())
  })

  it('a dry run writes nothing and says what would happen; applied, exactly that happens', async () => {
    const document = file(night, { ...night, name: 'New' })
    const before = await stateOf(server.database)
    const dry = await bring(document)
    expect(dry.data).toMatchObject({
      applied: false,
      create: [{ name: 'New' }],
      remove: [{ name: 'Desk', holderCount: 1 }],
    })
    expect(dry.data.lines.join('\n')).toContain('1 member (Night Tester) loses')
    expect(await stateOf(server.database)).toEqual(before)

    const { data } = await bring(document, { digest: dry.data.digest })
    expect({ ...data, digest: '' }).toEqual({ ...dry.data, applied: true, digest: '' })
    expect((await grants())['Night']).toEqual([['inbox.view', 'inbox.reply'], 'mine', true])
    const { data: session } = await server.as('Night').get<{ permissions: string[] }>('session.me')
    expect(session.permissions).toEqual(['inbox.view', 'inbox.reply'])
  })

  it('is refused when somebody saved a role since the dry run', async () => {
    const document = file({ ...night, permissions: ['inbox.close'] })
    const dry = await bring(document)
    await twice(file({ ...night, permissions: ['inbox.assign'] }))
    const late = await bring(document, { digest: dry.data.digest })
    expect([late.status, late.refusal.code]).toEqual([409, 'CONFLICT'])
  })

  it('deletes only what is asked to be, and nothing that somebody holds', async () => {
    const kept = await twice(file(night))
    expect(kept.data.lines).toEqual(expect.arrayContaining(['New is not in the file and stays']))
    const pruned = await twice(file(night), true)
    expect(pruned.data.lines).toEqual(expect.arrayContaining(['New is deleted', 'Desk stays: 1 person would lose it']))
    expect(Object.keys(await grants())).toEqual(['Administrator', 'Supervisor', 'Agent', 'Support', 'Desk', 'Night'])
  })

  it('gives nobody more than whoever applies it holds', async () => {
    const rich = await bring(file({ ...night, name: 'Rich', permissions: ['billing.card'] }), {}, 'Supervisor')
    expect([rich.status, rich.refusal.permission]).toEqual([403, 'billing.card'])
  })

  it('keeps to the plan', async () => {
    await server.as('Administrator').post('billing.changePlan', { plan: 'pro' })
    const more = await bring(file(night, { ...night, name: 'Third' }))
    expect([more.status, more.refusal.code]).toEqual([412, 'NOT_NOW'])
    await server.as('Administrator').post('billing.changePlan', { plan: 'unlimited' })
  })

  it.each([
    ['a permission that there is not', { ...night, permissions: ['inbox.fly'] }, 'document.roles.0.permissions.0'],
    ['a section that there is not', { ...night, fullAccess: ['kitchen'] }, 'document.roles.0.fullAccess.0'],
    ['a key that there is not', { ...night, colour: 'red' }, 'document.roles.0'],
  ])('says where %s stands', async (_, role, path) => {
    const { refusal } = await bring(file(role))
    expect(refusal.code).toBe('INVALID_INPUT')
    expect(refusal.fields?.map((field) => field.path)).toContain(path)
  })

  it('refuses a name twice and the name of a default role', async () => {
    expect((await bring(file(night, { ...night, name: 'NIGHT' }))).refusal.code).toBe('INVALID_INPUT')
    expect((await bring(file({ ...night, name: 'agent' }))).refusal.code).toBe('CONFLICT')
  })

  keepsContract(() => server, {
    path: 'roles.import',
    type: 'post',
    permission: 'roles.manage',
    good: () => ({ document: file(), digest: null, prune: false }),
    bad: { document: [1, null, {}], digest: ['x', 5], prune: ['yes'] },
  })
  keepsContract(() => server, {
    path: 'roles.export',
    type: 'get',
    permission: 'roles.view',
    good: () => undefined,
  })
})
