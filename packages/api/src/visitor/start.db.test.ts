import { randomBytes } from 'node:crypto'
import { engines } from '@rolecall/db/testing'
import type { LiveEvent, Started } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'
import { hashOf } from './secret.ts'

const newId = () => crypto.randomUUID()
const newSecret = () => randomBytes(32).toString('base64url')
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

describe.each(engines)('visitor.start on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  const start = (input: object) =>
    app
      .with({ 'user-agent': chrome })
      .post<Started>('visitor.start', { account: app.seed.accountId, id: newId(), body: 'Hello', ...input })
  const rowsOf = (chatId: string) =>
    app.database.tenant(app.seed.accountId, async (tx) => {
      const chat = await tx.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirstOrThrow()
      return {
        chat,
        contact: await tx.selectFrom('contact').selectAll().where('id', '=', chat.contact_id).executeTakeFirstOrThrow(),
        keys: await tx.selectFrom('visitor').selectAll().where('chat_id', '=', chatId).execute(),
      }
    })
  const change = (values: object) =>
    app.database.tenant(app.seed.accountId, (tx) => tx.updateTable('account').set(values).execute())
  const forget = () => app.database.db.deleteFrom('attempt').execute()

  it('makes a contact, an open unassigned chat and its key, and tells the team', async () => {
    const { accountId } = app.seed
    const before = await clockOf(app.database, accountId)
    const body = '<img src=x onerror=alert(1)> $1 😀'
    const { data } = await start({
      body,
      name: 'Ana Lima',
      email: 'ana@lima.example',
      page: 'https://shop.example/p?token=s3cret#x',
    })
    const { secret, conversation } = data
    expect(secret).toMatch(new RegExp(`^rv_${accountId.replaceAll('-', '')}_[\\w-]{43}$`))
    expect(conversation).toMatchObject({
      status: 'open',
      seenSeq: 0,
      event: 1,
      messages: [{ seq: 1, body, author: { kind: 'visitor', name: 'Ana Lima' } }],
    })
    const { chat, contact, keys } = await rowsOf(conversation.chatId)
    expect(chat).toMatchObject({
      status: 'open',
      assignee_id: null,
      last_seq: 1,
      visitor_count: 1,
      preview_body: body,
      first_reply_at: null,
    })
    expect(chat.created_at.toISOString()).toBe(conversation.messages[0]?.at)
    expect(contact).toMatchObject({
      name: 'Ana Lima',
      email: 'ana@lima.example',
      ip: '127.0.0.1',
      page: 'https://shop.example/p',
      device: 'Chrome on Windows',
    })
    expect(keys.map(({ secret_hash }) => secret_hash)).toEqual([hashOf(secret)])
    const [event, ...none] = await toldSince(app.database, accountId, before)
    expect(none).toEqual([])
    const told = event?.data as LiveEvent & { type: 'message' }
    expect(told.message).toEqual(conversation.messages[0])
    expect(told.chat).toMatchObject({
      id: conversation.chatId,
      lastSeq: 1,
      visitorCount: 1,
      contact: { name: 'Ana Lima' },
    })
    expect(JSON.stringify(event)).not.toContain(secret.slice(-43))
    expect(JSON.stringify(event)).not.toContain('ana@lima.example')
  })

  it('opens with the key what was begun, over a reload', async () => {
    const { data } = await start({})
    const thread = await app.with({ authorization: `Visitor ${data.secret}` }).get('visitor.thread')
    expect(thread.data).toEqual(data.conversation)
  })

  it('begins in the department that the page names, or else in the one that answers for the page', async () => {
    const { accountId, departments } = app.seed
    const answers = (departmentId: string, pages: string[]) =>
      app.as('Administrator').post('departments.setPages', { departmentId, pages })
    await answers(departments.sales, ['/shop'])
    await answers(departments.help, ['/shop/returns', 'help.'])
    const place = async (first: object) => {
      const { data } = await start(first)
      const { chat } = await rowsOf(data.conversation.chatId)
      return chat.department_id
    }
    const shop = 'https://books.example/Shop'
    expect(await place({ department: 'SALES' })).toBe(departments.sales)
    expect(await place({ department: 'help', page: shop })).toBe(departments.help)
    expect(await place({ page: `${shop}/basket?help.` })).toBe(departments.sales)
    expect(await place({ page: `${shop}/returns/7` })).toBe(departments.help)
    expect(await place({ department: 'nothing of ours \0', page: shop })).toBe(departments.sales)
    expect(await place({ page: 'https://books.example/about', department: '' })).toBeNull()
    const told = await app.database.tenant(accountId, (tx) =>
      tx.selectFrom('event').select(['department_id', 'moved']).orderBy('id', 'desc').limit(3).execute(),
    )
    expect(told.map(({ department_id, moved }) => [department_id, moved])).toEqual([
      [null, false],
      [departments.sales, false],
      [departments.help, false],
    ])
    await answers(departments.sales, [])
    await answers(departments.help, [])
  })

  it('takes what a form lets through: any address, a tab in a name, what cannot be stored', async () => {
    const { data } = await start({ name: ' Ana\t\nLima ', email: 'user&co@münchen.example', body: 'a\0b\ud83d' })
    expect(data.conversation.messages[0]).toMatchObject({ body: 'a\ufffdb\ufffd', author: { name: 'Ana Lima' } })
    const { contact } = await rowsOf(data.conversation.chatId)
    expect(contact).toMatchObject({ name: 'Ana Lima', email: 'user&co@xn--mnchen-3ya.example' })
    const headers = { authorization: `Visitor ${data.secret}` }
    const said = await app.with(headers).post<{ body: string }>('visitor.say', { id: newId(), body: '\udc00 ok' })
    expect(said.data.body).toBe('\ufffd ok')
  })

  it('names who gave no name, not by counting', async () => {
    const { data } = await start({})
    expect(data.conversation.messages[0]?.author.name).toMatch(/^Guest \d{4}$/)
  })

  it('is the same start when sent again with the browser’s own secret', async () => {
    const input = { id: newId(), secret: newSecret(), name: 'Ben' }
    const answers = await Promise.all([start(input), start(input), start(input)])
    const first = answers[0].data
    expect(first.secret.endsWith(input.secret)).toBe(true)
    const before = await stateOf(app.database)
    for (const { data } of [...answers, await start(input)]) {
      expect(data.secret).toBe(first.secret)
      expect(data.conversation.chatId).toBe(first.conversation.chatId)
      expect(data.conversation.messages).toEqual(first.conversation.messages)
    }
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('shows a key to nobody else, and gives none twice', async () => {
    const input = { id: newId(), secret: newSecret() }
    await start(input)
    const before = await stateOf(app.database)
    for (const other of [
      { id: input.id },
      { ...input, secret: newSecret() },
      { ...input, id: newId() },
      { ...input, body: 'Changed' },
    ]) {
      const { status, refusal } = await start(other)
      expect([status, refusal.code]).toEqual([409, 'CONFLICT'])
    }
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('has one winner where one secret starts several conversations at once', async () => {
    for (let round = 0; round < 8; round++) {
      await forget()
      const secret = newSecret()
      const [one, other] = [newId(), newId()]
      const answers = await Promise.all([one, other, one, newId(), other].map((id) => start({ id, secret })))
      expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([])
      const won = answers.filter(({ status }) => status === 200)
      expect(won.length).toBeGreaterThan(0)
      expect(new Set(won.map(({ data }) => data.conversation.chatId)).size).toBe(1)
      const { keys, chat } = await rowsOf(won[0]?.data.conversation.chatId ?? '')
      expect([keys.length, chat.last_seq]).toEqual([1, 1])
    }
  })

  it('says to leave a message while the team is away', async () => {
    await change({ online: false })
    const before = await stateOf(app.database)
    const { status, refusal } = await start({})
    expect([status, refusal.code]).toEqual([412, 'NOT_NOW'])
    expect(refusal.message).toContain('Leave a message')
    expect(await stateOf(app.database)).toEqual(before)
    await change({ online: true })
  })

  it('takes nothing while the widget is hidden', async () => {
    await change({ widget_shown: false })
    const before = await stateOf(app.database)
    expect((await start({})).refusal.code).toBe('WIDGET_HIDDEN')
    expect(await stateOf(app.database)).toEqual(before)
    await change({ widget_shown: true })
  })

  it('refuses what does not fit, and writes nothing', async () => {
    await forget()
    const before = await stateOf(app.database)
    const bad: Record<string, unknown[]> = {
      account: ['x', null],
      id: ['x', null],
      body: ['', '  ', null, 7, 'x'.repeat(10_001)],
      name: ['', ' \t', 7, 'x'.repeat(201)],
      email: ['x', 7, 'a@b.example\r\nBcc: c@d.example'],
      page: [7, 'x'.repeat(65_537)],
      secret: ['', 'x', newSecret().slice(1), `${newSecret()}=`, 7],
      contactId: [newId()],
      assignee: [null],
    }
    for (const [key, value] of Object.entries(bad).flatMap(([key, values]) =>
      values.map((value) => [key, value] as const),
    )) {
      const { refusal } = await start({ [key]: value })
      expect(refusal?.code, `${key}: ${JSON.stringify(value)?.slice(0, 80)}`).toBe('INVALID_INPUT')
    }
    expect((await start({ account: newId() })).refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('is limited per address, whatever headers say, and counts calls of a batch one by one', async () => {
    await forget()
    const spoofed = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}`, forwarded: `for=198.51.100.${n}` })
    const batch = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [n, { account: newId(), id: newId(), body: `${n}` }]),
    )
    for (const n of [1, 2, 3]) {
      await fetch(`${app.url}/trpc/${Array(20).fill('visitor.start').join()}?batch=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: app.url, ...spoofed(n) },
        body: JSON.stringify(batch),
      })
    }
    const before = await stateOf(app.database)
    const { status, refusal } = await app
      .with(spoofed(4))
      .post('visitor.start', { account: app.seed.accountId, id: newId(), body: 'x' })
    expect([status, refusal.code]).toEqual([429, 'TOO_MANY'])
    expect(await stateOf(app.database)).toEqual(before)
  })
})
