import { randomBytes } from 'node:crypto'
import { engines } from '@rolecall/db/testing'
import type { ChatRow, Started } from '@rolecall/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

const newId = () => crypto.randomUUID()
const who = { name: 'Cleo', email: 'cleo@lima.example' }

describe.each(engines)('visitor.offline on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
    await change({ online: false })
  })
  beforeEach(() => app.database.db.deleteFrom('attempt').execute())
  afterAll(() => app.close())

  const leave = (input: object) =>
    app
      .with({})
      .post<Started>('visitor.offline', { account: app.seed.accountId, id: newId(), body: 'Call me', ...input })
  const change = (values: object) =>
    app.database.tenant(app.seed.accountId, (tx) => tx.updateTable('account').set(values).execute())

  it('becomes an open chat that nobody has, with a contact to answer to', async () => {
    const { data } = await leave({ ...who, page: 'https://shop.example/' })
    const { chatId } = data.conversation
    const list = await app.as('Agent').get<{ rows: ChatRow[] }>('inbox.list', { view: 'unassigned', status: 'open' })
    expect(list.data.rows[0]).toMatchObject({ id: chatId, assignee: null, unread: 1, preview: { body: 'Call me' } })
    const thread = await app.as('Agent').get('inbox.thread', { chatId })
    expect(thread.data).toMatchObject({
      contact: { name: 'Cleo', details: { email: 'cleo@lima.example' }, page: 'https://shop.example/' },
    })
    const later = await app
      .with({ authorization: `Visitor ${data.secret}` })
      .post('visitor.say', { id: newId(), body: 'Still there' })
    expect(later.status).toBe(200)
  })

  it('is the same message when sent again with the browser’s own secret', async () => {
    const input = { ...who, id: newId(), secret: randomBytes(32).toString('base64url') }
    const [first, second] = await Promise.all([leave(input), leave(input)])
    expect(first.data.secret).toBe(second.data.secret)
    expect(first.data.conversation.chatId).toBe(second.data.conversation.chatId)
  })

  it('is taken also when the team came back meanwhile, and not while the widget is hidden', async () => {
    await change({ online: true })
    expect((await leave(who)).status).toBe(200)
    await change({ widget_shown: false })
    const before = await stateOf(app.database)
    expect((await leave(who)).refusal.code).toBe('WIDGET_HIDDEN')
    expect(await stateOf(app.database)).toEqual(before)
    await change({ widget_shown: true })
  })

  it('needs a name and an email, and refuses what does not fit', async () => {
    const before = await stateOf(app.database)
    const wrong = [
      {},
      { name: 'Cleo' },
      { email: who.email },
      { ...who, email: 'x' },
      { ...who, body: '' },
      { ...who, more: 1 },
    ]
    for (const input of wrong) expect((await leave(input)).refusal.code).toBe('INVALID_INPUT')
    expect((await leave({ ...who, account: newId() })).refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('is limited per address', async () => {
    for (let n = 0; n < 20; n++) await leave({})
    const before = await stateOf(app.database)
    const { status, refusal } = await leave(who)
    expect([status, refusal.code]).toEqual([429, 'TOO_MANY'])
    expect(await stateOf(app.database)).toEqual(before)
  })
})
