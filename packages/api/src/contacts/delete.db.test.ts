import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous, keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('contacts.delete on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const contactOf = (key: keyof StartedApi['seed']['chats']) => {
    const contact = app.seed.contacts.find(({ chatId }) => chatId === app.seed.chats[key])
    if (!contact) throw new Error(`The seed has no contact for ${key}`)
    return contact
  }
  const remove = (role: string, contactId: string) => app.as(role).post('contacts.delete', { contactId })

  it('erases nothing that its author cannot see: such a contact answers like none', async () => {
    const { accountId, members } = app.seed
    const { id } = contactOf('help')
    await app.database.tenant(accountId, (tx) =>
      tx
        .insertInto('chat')
        .values({
          account_id: accountId,
          id: crypto.randomUUID(),
          contact_id: id,
          assignee_id: members.Agent.id,
          active_at: new Date(),
        })
        .execute(),
    )
    expect((await app.as('Free').get('contacts.get', { contactId: id })).status).toBe(200)
    const before = await stateOf(app.database)
    const [partly, wholly, absent] = [
      await remove('Free', id),
      await remove('Free', contactOf('agents').id),
      await remove('Free', crypto.randomUUID()),
    ]
    expect([partly.status, partly.refusal.code]).toEqual([404, 'NOT_FOUND'])
    expect([anonymous(partly), anonymous(wholly)]).toEqual([anonymous(absent), anonymous(absent)])
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('erases chats, messages and keys, tells it and writes it down', async () => {
    const { accountId, chats, departments, members } = app.seed
    const { id, secret, name, email } = contactOf('sales')
    const before = await clockOf(app.database, accountId)
    expect((await remove('Free', id)).data).toEqual({ deleted: true, chats: 1 })
    const rest = await app.database.tenant(accountId, async (tx) => ({
      contact: await tx.selectFrom('contact').select('id').where('id', '=', id).execute(),
      chats: await tx.selectFrom('chat').select('id').where('contact_id', '=', id).execute(),
      messages: await tx.selectFrom('message').select('id').where('chat_id', '=', chats.sales).execute(),
      keys: await tx.selectFrom('visitor').select('id').where('contact_id', '=', id).execute(),
    }))
    expect(rest).toEqual({ contact: [], chats: [], messages: [], keys: [] })
    expect(await toldSince(app.database, accountId, before)).toMatchObject([
      { type: 'chat.gone', chat_id: chats.sales, department_id: departments.sales, data: { chatId: chats.sales } },
      { type: 'contact.gone', chat_id: chats.sales, department_id: departments.sales },
      { type: 'contact.gone', chat_id: null, data: { type: 'contact.gone', contactId: id } },
    ])
    const log = await app.database.tenant(accountId, (tx) => tx.selectFrom('audit').selectAll().execute())
    expect(log).toMatchObject([
      {
        action: 'contacts.delete',
        actor_id: members['Free']?.id,
        subject_kind: 'contact',
        subject_id: id,
        detail: { chats: 1 },
      },
    ])
    expect(JSON.stringify(log)).not.toContain(name)
    expect(JSON.stringify(log)).not.toContain(email)
    expect((await app.with({ authorization: `Visitor ${secret}` }).get('visitor.thread')).status).toBe(401)
  })

  keepsContract(() => app, {
    path: 'contacts.delete',
    type: 'post',
    permission: 'contacts.delete',
    good: (_, n) => ({
      contactId: [contactOf('unassigned'), contactOf('agents'), contactOf('supervisors'), contactOf('closed')][n]?.id,
    }),
    bad: { contactId: ['x', null, 7], force: [true] },
    ids: { contactId: (other) => other.contacts[0]?.id ?? '' },
  })
})
