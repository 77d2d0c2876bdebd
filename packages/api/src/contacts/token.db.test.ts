import { randomBytes } from 'node:crypto'
import { engines, hashed } from '@rolecall/db/testing'
import type { Contact } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'

// A program with a token sees what the token was made for, and never more than its owner does at that moment.

describe.each(engines)('contacts through an API token on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  /** The header of a new token of the role's member. */
  async function tokenOf(role: 'Administrator' | 'Support', permissions: string[]) {
    const { accountId, members } = app.seed
    const token = `rc_${accountId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`
    const row = { account_id: accountId, id: crypto.randomUUID(), member_id: members[role].id, name: role, hint: 'rc' }
    await app.database.tenant(accountId, (tx) =>
      tx
        .insertInto('api_token')
        .values({ ...row, permissions, token_hash: hashed(token) })
        .execute(),
    )
    return { authorization: `Bearer ${token}` }
  }

  it('masks details that the token was not made for, though its owner sees them', async () => {
    const headers = await tokenOf('Administrator', ['contacts.view', 'contacts.edit', 'contacts.export'])
    const { data } = await app.with(headers).get<{ rows: Contact[]; total: number }>('contacts.list', {})
    expect(data.total).toBe(6)
    expect(data.rows.every(({ details }) => details === null)).toBe(true)
    const { email, id } = app.seed.contacts[0] ?? {}
    expect((await app.with(headers).get('contacts.list', { search: email })).data).toMatchObject({ total: 0 })
    expect((await app.with(headers).get('contacts.get', { contactId: id })).data).toMatchObject({ chats: [] })
    const file = await (await fetch(`${app.url}/contacts.csv`, { headers })).text()
    expect(file).toContain('Unassigned Visitor')
    expect(file).not.toMatch(/Email|visitor\.test|7946/)
    const { refusal } = await app.with(headers).post('contacts.edit', { contactId: id, email: null })
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'contacts.details' })
  })

  it('does not do on the side what the token was not made for', async () => {
    const headers = await tokenOf('Administrator', ['inbox.view', 'inbox.reply'])
    const { chats, accountId } = app.seed
    for (const chatId of [chats.unassigned, chats.closed]) {
      const said = { chatId, id: crypto.randomUUID(), body: 'From a program' }
      expect((await app.with(headers).post('inbox.reply', said)).status).toBe(200)
    }
    const rows = await app.database.tenant(accountId, (tx) =>
      tx
        .selectFrom('chat')
        .select(['id', 'status', 'assignee_id'])
        .where('id', 'in', [chats.unassigned, chats.closed])
        .execute(),
    )
    expect(rows.find(({ id }) => id === chats.unassigned)?.assignee_id).toBeNull()
    expect(rows.find(({ id }) => id === chats.closed)?.status).toBe('closed')
  })

  it('gives nothing that the owner’s role does not', async () => {
    const headers = await tokenOf('Support', ['contacts.view', 'contacts.export', 'contacts.delete'])
    expect((await fetch(`${app.url}/contacts.csv`, { headers })).status).toBe(403)
    const { refusal } = await app.with(headers).post('contacts.delete', { contactId: app.seed.contacts[0]?.id })
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'contacts.delete', role: 'Support' })
  })
})
