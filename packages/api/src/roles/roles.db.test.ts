import { engines, type Seed } from '@rolecall/db/testing'
import { defineSection } from '@rolecall/permissions'
import type { CatalogueSection, RoleDetail, RoleList } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feature } from '../guard/feature.ts'
import { keepsContract } from '../testing/contract.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const crm = defineSection('crm', {
  label: 'Deals',
  describes: 'Deals that grew out of chats',
  actions: { view: { label: 'See deals', describes: 'Opens the list', risk: 'low', needs: ['contacts.view'] } },
})
const draft = (name: string) => ({ name, permissions: [], fullSections: [], chats: 'mine', unassigned: false })
const texts = { name: ['', ' ', null, 'x'.repeat(101), 'a\nb', 'a\0'] }
const badDraft = [
  null,
  'x',
  {},
  { ...draft('X'), version: 1 },
  ...texts.name.map((name) => ({ ...draft('X'), name })),
  ...[['inbox.nothing'], ['constructor'], ['Inbox.view'], [7], 'inbox.view', Array(101).fill('inbox.view')].map(
    (permissions) => ({ ...draft('X'), permissions }),
  ),
  ...[['nothing'], ['inbox.view'], ['__proto__'], null].map((fullSections) => ({ ...draft('X'), fullSections })),
  { ...draft('X'), chats: 'ALL' },
  { ...draft('X'), unassigned: 1 },
]
const badVersion = [0, -1, 1.5, '1', null, 2 ** 31]

describe.each(engines)('roles on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    const custom = ['Edited', 'Deleted', 'Rolled'].flatMap((name) => [0, 1, 2, 3].map((n) => `${name} ${n}`))
    const roles = Object.fromEntries(custom.map((name) => [name, { chat_scope: 'mine' as const, unassigned: false }]))
    const Night = { permissions: ['inbox.delete', 'crm.view', 'gone.view'], full_sections: ['replies'] }
    app = await startApi(engine, {
      features: [feature('crm', { section: crm })],
      seed: { chats: false, roles: { ...roles, Night } },
    })
    for (const n of [0, 1, 2, 3]) {
      const roleId = app.seed.roles[`Rolled ${n}`]
      await app.as('Administrator').post('roles.edit', { roleId, version: 1, draft: draft(`Rolled to ${n}`) })
    }
  })
  afterAll(() => app.close())

  const view = 'roles.view'
  const manage = 'roles.manage'
  const ofOther = (other: Seed) => other.roles.Agent
  const replacementId = (seed: Seed) => seed.roles.Support
  keepsContract(() => app, { path: 'roles.catalogue', type: 'get', permission: view, good: () => undefined })
  keepsContract(() => app, { path: 'roles.list', type: 'get', permission: view, good: () => undefined })
  keepsContract(() => app, {
    path: 'roles.get',
    type: 'get',
    permission: view,
    good: ({ roles }) => ({ roleId: roles['Edited 0'] }),
    bad: { roleId: ['x', null, 7] },
    ids: { roleId: ofOther },
  })
  keepsContract(() => app, {
    path: 'roles.versions',
    type: 'get',
    permission: view,
    good: ({ roles }) => ({ roleId: roles['Rolled 0'], before: 9, limit: 10 }),
    bad: { roleId: ['x', null, 7], before: badVersion, limit: [0, 101, '5', null] },
    ids: { roleId: ofOther },
  })
  keepsContract(() => app, {
    path: 'roles.blast',
    type: 'get',
    permission: manage,
    good: ({ roles }) => ({ roleId: roles['Edited 0'], draft: draft('Edited') }),
    bad: { roleId: ['x', 7], draft: badDraft },
    ids: { roleId: ofOther },
  })
  keepsContract(() => app, {
    path: 'roles.create',
    type: 'post',
    permission: manage,
    good: ({ roles }, n) => ({ draft: draft(`Made ${n}`), from: roles.Agent }),
    bad: { from: ['x', 7], draft: badDraft },
    ids: { from: ofOther },
  })
  keepsContract(() => app, {
    path: 'roles.edit',
    type: 'post',
    permission: manage,
    good: ({ roles }, n) => ({ roleId: roles[`Edited ${n}`], version: 1, draft: draft(`Edited to ${n}`) }),
    bad: { roleId: ['x', 7], version: badVersion, draft: badDraft },
    ids: { roleId: ofOther },
  })
  keepsContract(() => app, {
    path: 'roles.delete',
    type: 'post',
    permission: manage,
    good: (seed, n) => ({ roleId: seed.roles[`Deleted ${n}`], version: 1, replacementId: replacementId(seed) }),
    bad: { roleId: ['x', 7], version: badVersion, replacementId: ['x', 7] },
    ids: { roleId: ofOther, replacementId: ofOther },
  })
  keepsContract(() => app, {
    path: 'roles.rollBack',
    type: 'post',
    permission: manage,
    good: ({ roles }, n) => ({ roleId: roles[`Rolled ${n}`], version: 2, to: 1 }),
    bad: { roleId: ['x', 7], version: badVersion, to: badVersion },
    ids: { roleId: ofOther },
  })

  it('shows all that a role can be made of, sections of sibling apps included', async () => {
    const { data } = await app.as('Supervisor').get<CatalogueSection[]>('roles.catalogue')
    expect(data).toHaveLength(18)
    expect(data.flatMap(({ permissions }) => permissions)).toHaveLength(43)
    expect(data.at(-1)).toEqual({
      key: 'crm',
      label: 'Deals',
      describes: 'Deals that grew out of chats',
      permissions: [
        {
          name: 'crm.view',
          label: 'See deals',
          describes: 'Opens the list',
          risk: 'low',
          needs: ['contacts.view'],
          idle: true,
        },
      ],
    })
  })

  it('lists the default roles first, with who holds them and what they grant', async () => {
    const { data } = await app.as('Administrator').get<RoleList>('roles.list')
    expect(data.roles.slice(0, 4).map(({ name, custom }) => [name, custom])).toEqual([
      ['Administrator', false],
      ['Supervisor', false],
      ['Agent', false],
      ['Support', false],
    ])
    const names = data.roles.slice(4).map(({ name }) => name)
    expect(names).toEqual(names.toSorted())
    expect(data.roles[0]?.grants).toHaveLength(43)
    expect(data.roles.find(({ name }) => name === 'Night')).toEqual({
      id: app.seed.roles['Night'],
      name: 'Night',
      description: '',
      custom: true,
      version: 1,
      locked: false,
      grants: ['inbox.view', 'inbox.delete', 'contacts.view', 'replies.use', 'replies.manage', 'crm.view'],
      fullSections: ['replies'],
      chats: 'all',
      unassigned: true,
      holderCount: 1,
      holders: [{ id: app.seed.members['Night']?.id, name: 'Night Tester' }],
      inviteCount: 0,
    })
    expect(data.allowance).toEqual({ plan: 'unlimited', used: names.length, allowed: null })
    expect(data.create).toEqual({ may: true, why: null, buyers: [] })
  })

  it('shows one role as it was ticked, and what this member may do about it', async () => {
    const of = async (who: string, role: string) =>
      (await app.as(who).get<RoleDetail>('roles.get', { roleId: app.seed.roles[role] })).data
    const night = await of('Administrator', 'Night')
    expect(night).toMatchObject({
      permissions: ['inbox.delete', 'crm.view'],
      members: [{ name: 'Night Tester', status: 'active' }],
      invites: [],
      edit: { may: true, why: null },
      remove: { may: true, why: null },
      beyond: [],
    })
    expect((await of('Administrator', 'Agent')).edit).toEqual({
      may: false,
      why: 'A default role stays as it is. Duplicate it, and change the copy.',
    })
    // A Supervisor holds nothing of a section that its app gave to nobody.
    const seen = await of('Supervisor', 'Night')
    expect(seen.beyond).toEqual([
      'team.administrators',
      'billing.card',
      'billing.details',
      'billing.plan',
      'billing.cancel',
      'crm.view',
    ])
    expect(seen.edit).toEqual({
      may: false,
      why: 'This role may do more than yours: it needs “See deals” (crm.view), and the role Supervisor does not have it for good. Ask somebody who has it.',
    })
  })
})
