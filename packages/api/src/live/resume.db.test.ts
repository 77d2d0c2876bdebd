import { randomUUID } from 'node:crypto'
import { type ClientRequest, get } from 'node:http'
import { engines } from '@rolecall/db/testing'
import type { Conversation, Message, Session, VisitorEvent } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listen, type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('resuming on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine)
  })
  afterAll(() => at.close())

  const member = (after?: number | string, role = 'Agent') =>
    listen(`${at.url}/live${after === undefined ? '' : `?after=${after}`}`, { cookie: at.cookie(role) })
  const say = async (nr: number, body: string) => {
    const { secret } = at.seed.contacts[nr] as { secret: string }
    const headers = { authorization: `Visitor ${secret}` }
    const answer = await at.with(headers).post<Message>('visitor.say', { id: randomUUID(), body })
    expect(answer.status).toBe(200)
  }
  const bodies = (heard: { event: { type: string } }[]) =>
    heard.flatMap(({ event }) => ('message' in event ? [(event.message as Message).body] : []))

  it('goes on after the last event, by ?after= and by Last-Event-ID, with nothing doubled or left out', async () => {
    const first = await member()
    await say(0, 'one')
    await first.until((one) => one.type === 'message')
    const last = first.id()
    first.close()
    await say(0, 'two')
    await say(1, 'three')
    const again = await member(last)
    const browser = await listen(`${at.url}/live`, { cookie: at.cookie('Agent'), 'last-event-id': String(last) })
    await say(0, 'four')
    for (const stream of [again, browser]) {
      await stream.until((one) => one.type === 'message' && one.message.body === 'four')
      expect(bodies(stream.heard)).toEqual(['two', 'three', 'four'])
      const ids = stream.heard.map(({ id }) => id)
      expect(ids).toEqual(ids.map((_, index) => last + 1 + index))
      stream.close()
    }
  })

  it('hands over from the past to the present while messages keep coming', async () => {
    const { data } = await at.as('Agent').get<Session>('session.me')
    const texts = Array.from({ length: 60 }, (_, index) => `busy ${index}`)
    const saying = (async () => {
      for (const text of texts) await say(0, text)
    })()
    const streams = []
    for (let count = 0; count < 8; count++) {
      streams.push(await member(data.event))
      await new Promise((done) => setTimeout(done, 15))
    }
    await saying
    for (const stream of streams) {
      await stream.until((one) => one.type === 'message' && one.message.body === texts.at(-1))
      expect(bodies(stream.heard)).toEqual(texts)
      stream.close()
    }
  })

  it('pages through a long absence', async () => {
    const { data } = await at.as('Agent').get<Session>('session.me')
    const { accountId } = at.seed
    await at.database.tenant(accountId, async (tx) => {
      const event = { type: 'switches', data: { type: 'switches', online: true, widgetShown: true } }
      await sql`select * from emit(${accountId}::uuid, ${JSON.stringify(Array.from({ length: 450 }, () => event))}::jsonb)`.execute(
        tx,
      )
    })
    const stream = await member(data.event)
    await say(0, 'after the long absence')
    await stream.until((one) => one.type === 'message')
    const ids = stream.heard.map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 451 }, (_, index) => data.event + 1 + index))
    stream.close()
  })

  it('says resync where the past is no longer kept, where the future is not yet, and goes on from there', async () => {
    const { accountId } = at.seed
    const { data } = await at.as('Agent').get<Session>('session.me')
    // As if an hour had passed: the ids go on, the rows are gone.
    await at.database.tenant(accountId, (tx) =>
      tx
        .updateTable('clock')
        .set((eb) => ({ now: eb('now', '+', 5) }))
        .where('account_id', '=', accountId)
        .execute(),
    )
    for (const after of [data.event, 10_000_000]) {
      const stream = await member(after)
      await stream.until((one) => one.type === 'resync')
      await say(0, `after resync ${after}`)
      await stream.until((one) => one.type === 'message')
      expect(bodies(stream.heard)).toEqual([`after resync ${after}`])
      stream.close()
    }
  })

  it('tells nothing of what was said in a chat that has left one’s sight since', async () => {
    const chatId = at.seed.chats.supervisors
    const before = (await at.as('Agent').get<Session>('session.me')).data.event
    await at.as('Agent').post('inbox.reply', { chatId, id: randomUUID(), body: 'soon deleted' })
    await at.as('Agent').post('inbox.delete', { chatId })
    const stream = await member(before)
    await stream.until((one) => one.type === 'chat.gone')
    await say(0, 'end')
    await stream.until((one) => one.type === 'message')
    expect(bodies(stream.heard)).toEqual(['end'])
    stream.close()
  })

  it('gives a visitor what they missed, and no one else’s', async () => {
    const { secret, chatId } = at.seed.contacts[1] as { secret: string; chatId: string }
    const headers = { authorization: `Visitor ${secret}` }
    const { data } = await at.with(headers).get<Conversation>('visitor.thread')
    await say(0, 'not yours')
    await at.as('Agent').post('inbox.note', { chatId, id: randomUUID(), body: 'inside' })
    await at.as('Agent').post('inbox.reply', { chatId, id: randomUUID(), body: 'yours' })
    await at.as('Agent').post('inbox.close', { chatId })
    const stream = await listen<VisitorEvent>(`${at.url}/visitor/live?after=${data.event}`, headers)
    await stream.until((one) => one.type === 'switches')
    expect(stream.heard.map(({ event }) => event.type)).toEqual(['message', 'closed', 'switches'])
    // Numbered by what they see: an id of the account's events would tell how much happens in it.
    expect(stream.heard.map(({ id }) => id)).toEqual([data.event + 1, data.event + 1, data.event + 1])
    expect(bodies(stream.heard)).toEqual(['yours'])
    stream.close()
  })

  it('drops a reader that leaves a megabyte unread, and serves the others', async () => {
    const { accountId } = at.seed
    const streams = () => at.api.live.hub.count(accountId)
    await vi.waitUntil(() => streams() === 0, { timeout: 20_000 })
    const stalled = await new Promise<ClientRequest>((done, fail) => {
      const request = get(`${at.url}/live`, { headers: { cookie: at.cookie('Agent') } }, (response) => {
        response.pause()
        response.on('error', () => {})
        done(request)
      })
      request.on('error', fail)
    })
    const reader = await member()
    await vi.waitUntil(() => streams() === 2, { timeout: 20_000 })
    // What the kernel buffers comes on top of what the server does, so it takes more than a megabyte to notice.
    const long = 'x'.repeat(9_900)
    for (let nr = 0; nr < 3000 && streams() > 1; nr++) await say(0, `${nr} ${long}`)
    expect(streams()).toBe(1)
    await say(0, 'still here')
    await reader.until((one) => one.type === 'message' && one.message.body === 'still here')
    stalled.destroy()
    reader.close()
  })
})
