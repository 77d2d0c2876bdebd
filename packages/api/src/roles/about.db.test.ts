import { engines } from '@rolecall/db/testing'
import type { RoleList } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'

const draft = (name: string) => ({ name, permissions: [], fullSections: [], chats: 'mine', unassigned: false })

describe.each(engines)('what a role is for, and which one stays open, on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { plan: 'unlimited' } })
  })
  afterAll(() => server.close())

  const post = (call: string, input: object, role = 'Administrator') =>
    server.as(role).post<{ roleId: string }>(call, input)
  const list = async () => (await server.as('Administrator').get<RoleList>('roles.list')).data.roles

  it('is words that anybody who sees roles can read, and no version', async () => {
    const { Agent } = server.seed.roles
    expect((await post('roles.describe', { roleId: Agent, description: '  Works   by day ' })).status).toBe(200)
    expect((await list()).find(({ id }) => id === Agent)).toMatchObject({ description: 'Works by day', version: 1 })
    expect((await post('roles.describe', { roleId: Agent, description: 'x'.repeat(301) })).refusal.code).toBe(
      'INVALID_INPUT',
    )
    expect((await post('roles.describe', { roleId: Agent, description: '' })).status).toBe(200)
    expect((await list()).find(({ id }) => id === Agent)?.description).toBe('')
  })

  it('the one that is chosen stays open within the plan, and is not chosen anew for a while', async () => {
    const first = (await post('roles.create', { draft: draft('First'), from: null })).data.roleId
    const second = (await post('roles.create', { draft: draft('Second'), from: null })).data.roleId
    const open = async () => (await list()).filter(({ custom, locked }) => custom && !locked).map(({ id }) => id)
    expect((await post('billing.changePlan', { plan: 'pro' })).status).toBe(200)
    expect(await open()).toEqual([first])
    expect((await post('roles.keepOpen', { roleId: second })).status).toBe(200)
    expect(await open()).toEqual([second])
    const edit = { version: 1, draft: draft('Changed') }
    expect((await post('roles.edit', { roleId: first, ...edit })).refusal.code).toBe('NOT_NOW')
    expect((await post('roles.keepOpen', { roleId: first })).refusal.message).toMatch(
      /It can be chosen again on \d{4}-/,
    )
    expect((await post('roles.edit', { roleId: second, ...edit })).status).toBe(200)
    expect((await post('billing.changePlan', { plan: 'basic' })).status).toBe(200)
    expect((await post('roles.keepOpen', { roleId: first })).refusal.message).toMatch(/includes no custom role/)
  })
})
