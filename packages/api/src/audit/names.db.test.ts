import { engines } from '@rolecall/db/testing'
import type { AuditEntry, AuditPage } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'

// What the history names: as it was called then, with a way to what it is now, and of a contact no more than is allowed.
describe.each(engines)('names in the history on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, {
      seed: { roles: { Auditor: { full_sections: ['audit'] }, Night: { full_sections: ['reports'] } } },
    })
  })
  afterAll(() => server.close())

  const done = async (call: string, input: object, role = 'Administrator') => {
    const answer = await server.as(role).post(call, input)
    expect([call, answer.status, answer.refusal]).toEqual([call, 200, answer.refusal])
  }
  const list = async (input: object = {}, role = 'Administrator') =>
    (await server.as(role).get<AuditPage>('audit.list', input)).data.rows
  const newest = async (input: object = {}, role?: string) => {
    const [entry] = await list({ ...input, limit: 1 }, role)
    if (!entry) throw new Error('the history is empty')
    return entry
  }
  const links = ({ said }: AuditEntry) => said.flatMap(({ text, of }) => (of ? [[text, of.kind, of.gone]] : []))

  it('says each by the name it had, and whether it is still there', async () => {
    const { members, roles } = server.seed
    await done('team.setRole', { memberId: members.Support.id, roleId: roles['Night'] })
    await done('team.setRole', { memberId: members.Support.id, roleId: roles.Support })
    const [, entry] = await list({ action: 'team.setRole', limit: 2 })
    expect(entry && links(entry)).toEqual([
      ['Support Tester', 'member', false],
      ['Support', 'role', false],
      ['Night', 'role', false],
    ])
    expect(entry?.said.map(({ text }) => text).join('')).toBe(entry?.text)
    await done('roles.delete', { roleId: roles['Night'], version: 1, replacementId: roles.Agent })
    const [, after] = await list({ action: 'team.setRole', limit: 2 })
    expect(after && links(after)[2]).toEqual(['Night', 'role', true])
    const about = await list({ subjectId: roles['Night'] })
    expect(about.map(({ action }) => action)).toEqual(['roles.delete', 'team.setRole', 'team.setRole'])
  })

  it('tells of a contact by the name of then to who sees contacts, and of an erased one that it was', async () => {
    const { chats, contacts, members } = server.seed
    const contact = contacts.find(({ chatId }) => chatId === chats.unassigned)
    await done('inbox.assign', { chatId: chats.unassigned, memberId: members.Agent.id, from: null })
    const told = `Assigned the chat with ${contact?.name} to Agent Tester`
    expect((await newest()).text).toBe(told)
    expect(links(await newest())).toEqual([
      [contact?.name, 'contact', false],
      ['Agent Tester', 'member', false],
    ])
    expect(JSON.stringify(await newest())).not.toMatch(/"(from|to): [0-9a-f]{8}-/)
    expect((await newest({}, 'Auditor')).text).toBe('Assigned the chat with a contact to Agent Tester')
    expect(await list({ search: contact?.name }, 'Auditor')).toEqual([])
    expect((await newest({ subjectId: contact?.id })).text).toBe(told)
    await done('contacts.delete', { contactId: contact?.id })
    const [, erased] = await list({ limit: 2 })
    expect(erased?.text).toBe('Assigned the chat with an erased contact to Agent Tester')
    expect(await list({ search: contact?.name })).toEqual([])
  })

  it('finds the words that are shown, whatever accents they have, and none that only the database holds', async () => {
    const { id } = server.seed.members.Support
    await done('access.give', {
      memberId: id,
      permission: 'reports.view',
      roleId: null,
      until: null,
      reason: 'Café rota',
    })
    expect((await newest({ search: 'gave support tester “see' })).action).toBe('access.give')
    expect((await newest({ search: 'CAFE ROTA' })).action).toBe('access.give')
    expect(await list({ search: 'access.give' })).toEqual([])
    expect(await list({ search: 'reports.view' })).toEqual([])
  })

  it('lists what a member did and what was done to them in one', async () => {
    const { Support } = server.seed.members
    await done('roles.preview', { roleId: server.seed.roles.Support, draft: null }, 'Supervisor')
    const { id } = server.seed.members.Supervisor
    expect((await list({ aboutId: id })).map(({ action }) => action)).toEqual(['roles.preview'])
    const about = await list({ aboutId: Support.id })
    expect(new Set(about.map(({ action }) => action))).toEqual(new Set(['access.give', 'team.setRole']))
  })

  it('says how far back it looked', async () => {
    const { data } = await server.as('Administrator').get<AuditPage>('audit.list', { limit: 1 })
    expect([data.next, data.back]).toEqual([expect.any(String), data.rows[0]?.at])
    const whole = await server.as('Administrator').get<AuditPage>('audit.list', { search: 'nothing like it' })
    expect(whole.data).toEqual({ rows: [], next: null, back: null })
  })
})
