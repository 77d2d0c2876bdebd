import { engines } from '@rolecall/db/testing'
import type { RoleThen, TokenOf, WhoGave, WhoSees, WhyNot } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'

const draft = (name: string, permissions: string[]) => ({
  ...{ name, permissions, fullSections: [], chats: 'mine', unassigned: false },
})

describe.each(engines)('questions about access on %s', (engine) => {
  let server: StartedApi
  let roleId = ''
  beforeAll(async () => {
    server = await startApi(engine, { seed: { plan: 'unlimited' } })
    roleId = (await done<{ roleId: string }>('roles.create', { draft: draft('Night', ['inbox.view']), from: null }))
      .roleId
  })
  afterAll(() => server.close())

  const done = async <T = unknown>(call: string, input: object): Promise<T> => {
    const { status, data, refusal } = await server.as('Administrator').post<T>(call, input)
    expect([call, status, refusal]).toEqual([call, 200, refusal])
    return data
  }
  const ask = async <T>(call: string, input: object, role = 'Administrator') =>
    (await server.as(role).get<T>(`questions.${call}`, input)).data
  /** A moment between what was and what comes: times are kept to the millisecond. */
  const moment = async () => {
    await new Promise((go) => setTimeout(go, 5))
    const at = new Date().toISOString()
    await new Promise((go) => setTimeout(go, 5))
    return at
  }

  it('why can’t this member: the role, and who could give it', async () => {
    const { Support, Supervisor, Administrator } = server.seed.members
    const found = await ask<WhyNot>('whyNot', { memberId: Support.id, permission: 'reports.view' })
    expect(found).toMatchObject({ allowed: false, member: { role: { name: 'Support' } } })
    expect(found.givers.map(({ id }) => id).toSorted()).toEqual([Administrator.id, Supervisor.id].toSorted())
    const plan = await ask<WhyNot>('whyNot', { memberId: Support.id, permission: 'billing.plan' })
    expect(plan.givers.map(({ id }) => id)).toEqual([Administrator.id])
    const held = await ask<WhyNot>('whyNot', { memberId: Support.id, permission: 'inbox.view' })
    expect(held).toMatchObject({ allowed: true, givers: [] })
  })

  it('who gave them this: the role, since which version it has it, and what is beside it', async () => {
    const memberId = server.seed.members.Support.id
    const before = await ask<WhoGave>('whoGave', { memberId, permission: 'inbox.view' })
    expect(before.role).toMatchObject({ name: 'Support', given: null, has: null })
    await done('team.setRole', { memberId, roleId })
    await done('roles.edit', { roleId, version: 1, draft: draft('Night', ['inbox.view', 'reports.view']) })
    await done('access.give', { memberId, permission: 'contacts.view', roleId: null, until: null, reason: 'Rota' })
    const role = await ask<WhoGave>('whoGave', { memberId, permission: 'reports.view' })
    expect(role).toMatchObject({
      role: { name: 'Night', given: { by: 'Administrator Tester', joined: false }, has: { version: 2 } },
      beside: [],
    })
    const beside = await ask<WhoGave>('whoGave', { memberId, permission: 'contacts.view' })
    expect(beside).toMatchObject({ role: null, beside: [{ by: 'Administrator Tester', reason: 'Rota', role: null }] })
  })

  it('what the role looked like then: whole, and against today; and since when it is known', async () => {
    const at = await moment()
    await done('roles.edit', { roleId, version: 2, draft: draft('Late', ['inbox.view']) })
    const then = await ask<RoleThen>('roleThen', { roleId, at })
    expect(then.was).toMatchObject({ name: 'Night', version: 2, by: 'Administrator Tester' })
    expect(then.was?.grants).toEqual(['inbox.view', 'reports.view'])
    expect(then.change).toMatchObject({ renamed: { from: 'Night', to: 'Late' }, lost: ['reports.view'] })
    const early = await ask<RoleThen>('roleThen', { roleId, at: '2020-01-01T00:00:00Z' })
    expect(early).toMatchObject({ was: null, since: expect.any(String) })
  })

  it('who sees this chat, now and then; before there are records it says since when', async () => {
    const { chats, members, accountId, roles } = server.seed
    const asked = { chatId: chats.sales, contactId: null }
    const names = async (at: string | null) => {
      const { members } = await ask<WhoSees>('whoSees', { ...asked, at })
      return Object.fromEntries(members.map(({ name, because }) => [name, because]))
    }
    const now = await names(null)
    expect(now['Agent Tester']).toBe('sees all chats')
    expect(now['Support Tester']).toBeUndefined()
    const first = await moment()
    await done('inbox.assign', { chatId: chats.sales, memberId: members.Support.id, from: null })
    const theirs = await moment()
    await done('inbox.assign', { chatId: chats.sales, memberId: null, from: members.Support.id })
    await done('team.setRole', { memberId: members.Agent.id, roleId })
    const later = await moment()
    await done('team.remove', { memberId: members.Supervisor.id })
    expect((await names(first))['Support Tester']).toBeUndefined()
    expect((await names(theirs))['Support Tester']).toBe('it is theirs')
    expect((await names(theirs))['Agent Tester']).toBe('sees all chats')
    expect((await names(later))['Agent Tester']).toBeUndefined()
    const then = await ask<WhoSees>('whoSees', { ...asked, at: later })
    expect(then.members.find(({ id }) => id === members.Supervisor.id)).toMatchObject({ gone: true })
    expect(await names(null)).not.toHaveProperty('Supervisor Tester')
    const early = await ask<WhoSees>('whoSees', { ...asked, at: '2020-01-01T00:00:00Z' })
    expect(early).toMatchObject({ known: false, members: [], since: expect.any(String) })
    // The roles are not theirs to see: of others they hear nothing.
    await server.database.tenant(accountId, (tx) =>
      tx.updateTable('member').set({ role_id: roles.Agent }).where('id', '=', members.Agent.id).execute(),
    )
    const own = await ask<WhoSees>('whoSees', { ...asked, at: null }, 'Agent')
    expect(own.members.map(({ id }) => id)).toEqual([members.Agent.id])
  })

  it('which tokens act for whom, and which of their rights work', async () => {
    const { members, roles } = server.seed
    const { email } = members.Support
    await done('team.setRole', { memberId: members.Support.id, roleId: roles.Support })
    await server.api.operator.createToken(email, { permissions: ['inbox.view', 'inbox.reply'], name: 'Night bot' })
    await done('team.setRole', { memberId: members.Support.id, roleId })
    const found = await (await server.as('Administrator').get<TokenOf[]>('questions.whichTokens')).data
    expect(found).toMatchObject([{ name: 'Night bot', owner: { id: members.Support.id, status: 'active' } }])
    expect(found[0]?.rights.map(({ name, works }) => [name, works])).toEqual([
      ['inbox.view', true],
      ['inbox.reply', false],
    ])
  })

  it('of a chat or contact that the asker does not see: nothing', async () => {
    const { chats, contacts } = server.seed
    const contact = contacts.find(({ chatId }) => chatId === chats.sales)
    const get = (input: object) =>
      server.as('Support').get('questions.whoSees', { chatId: null, contactId: null, at: null, ...input })
    expect((await get({ chatId: chats.sales })).status).toBe(404)
    expect((await get({ contactId: contact?.id })).status).toBe(404)
    const found = await ask<WhoSees>('whoSees', { chatId: null, contactId: contact?.id, at: null })
    expect(found.members.map(({ because }) => because)).toContain('sees all chats')
  })
})
