import { randomUUID } from 'node:crypto'
import { engines } from '@rolecall/db/testing'
import type { Chat, Message, VisitorEvent } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('live streams on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, {
      seed: {
        roles: {
          Mine: { permissions: ['inbox.view', 'contacts.view'], chat_scope: 'mine', unassigned: false },
          Nothing: { permissions: ['reports.view'] },
        },
      },
    })
  })
  afterAll(() => at.close())

  const member = (role: string, after?: number) =>
    listen(`${at.url}/live${after === undefined ? '' : `?after=${after}`}`, { cookie: at.cookie(role) })
  const keyOf = (chatId: string) => {
    const secret = at.seed.contacts.find((one) => one.chatId === chatId)?.secret
    return { authorization: `Visitor ${secret}` }
  }
  const visitor = (chatId: string, after?: number) =>
    listen<VisitorEvent>(`${at.url}/visitor/live${after === undefined ? '' : `?after=${after}`}`, keyOf(chatId))
  const say = async (chatId: string, body: string) => {
    const answer = await at.with(keyOf(chatId)).post<Message>('visitor.say', { id: randomUUID(), body })
    expect(answer.status).toBe(200)
    return answer.data
  }
  const reply = async (role: string, chatId: string, body: string, path = 'inbox.reply') => {
    const answer = await at.as(role).post<Message>(path, { chatId, id: randomUUID(), body })
    expect(answer.status).toBe(200)
    return answer.data
  }

  it('carries a visitor’s message to an agent and the answer back, without surname, note or inside line', async () => {
    const { agents } = at.seed.chats
    const [agent, them] = await Promise.all([member('Agent'), visitor(agents)])
    await say(agents, 'is the green one in stock?')
    const { event } = await agent.until((one) => one.type === 'message')
    expect(event).toMatchObject({
      message: { body: 'is the green one in stock?', chatId: agents },
      chat: { id: agents },
    })

    await reply('Agent', agents, 'ask Mia first', 'inbox.note')
    expect(
      (await at.as('Agent').post('inbox.assign', { chatId: agents, memberId: null, from: at.seed.members.Agent.id }))
        .status,
    ).toBe(200)
    await reply('Agent', agents, 'yes, three left')
    await them.until((one) => one.type === 'message' && one.message.author.kind === 'member')
    expect(JSON.stringify(them.heard)).not.toMatch(/Tester|ask Mia|assign/i)
    expect(them.heard.map(({ event }) => event.type)).toEqual(['message', 'message'])
    expect(them.heard.at(-1)?.event).toMatchObject({ message: { body: 'yes, three left', author: { name: 'Agent' } } })
    agent.close()
    them.close()
  })

  it('tells a visitor when their chat closes and opens again, and ends when it is deleted', async () => {
    const { help } = at.seed.chats
    const them = await visitor(help)
    await at.as('Agent').post<Chat>('inbox.close', { chatId: help })
    await them.until((one) => one.type === 'closed')
    await say(help, 'one more thing')
    await them.until((one) => one.type === 'reopened')
    await at.as('Agent').post('inbox.delete', { chatId: help })
    await them.ended
    expect(them.heard.map(({ event }) => event.type)).toEqual(['closed', 'message', 'reopened', 'gone'])
    // The key went with the chat.
    expect((await visitor(help)).status).toBe(401)
  })

  it('keeps each to their scope: a chat that leaves it is gone, one that enters it is whole', async () => {
    const { unassigned } = at.seed.chats
    const [mine, all] = await Promise.all([member('Mine'), member('Agent')])
    await say(unassigned, 'nobody has me')
    const mineId = at.seed.members.Mine?.id
    await at.as('Agent').post('inbox.assign', { chatId: unassigned, memberId: mineId, from: null })
    await mine.until((one) => one.type === 'message')
    await say(unassigned, 'now you have me')
    await mine.until((one) => one.type === 'message' && one.message.body === 'now you have me')
    await at.as('Agent').post('inbox.assign', { chatId: unassigned, memberId: null, from: mineId })
    await mine.until((one) => one.type === 'chat.gone')
    await say(unassigned, 'and now you have not')
    await all.until((one) => one.type === 'message' && one.message.body === 'and now you have not')
    // The line that assigned it, what came while it was theirs, and that it went.
    expect(mine.heard.map(({ event }) => (event.type === 'message' ? event.message.kind : event.type))).toEqual([
      'event',
      'message',
      'chat.gone',
    ])
    mine.close()
    all.close()
  })

  it('tells who sees no chats nothing but the switches', async () => {
    const [nothing, all] = await Promise.all([member('Nothing'), member('Agent')])
    await say(at.seed.chats.agents, 'hello')
    await at.as('Administrator').post('switches.setOnline', { online: false })
    await nothing.until((one) => one.type === 'switches')
    await all.until((one) => one.type === 'switches')
    expect(nothing.heard.map(({ event }) => event.type)).toEqual(['switches'])
    nothing.close()
    all.close()
  })

  it('names a contact only to those who see one of their chats', async () => {
    const [mine, all] = await Promise.all([member('Mine'), member('Agent')])
    const contact = (key: 'supervisors' | 'sales') =>
      at.seed.contacts.find((one) => one.chatId === at.seed.chats[key])?.id as string
    const given = { chatId: at.seed.chats.sales, memberId: at.seed.members.Mine?.id, from: null }
    await at.as('Agent').post('inbox.assign', given)
    await at.as('Agent').post('contacts.edit', { contactId: contact('supervisors'), name: 'Not Yours' })
    await at.as('Agent').post('contacts.edit', { contactId: contact('sales'), name: 'Yours Now' })
    await mine.until((one) => one.type === 'contact' && one.name === 'Yours Now')
    await all.until((one) => one.type === 'contact' && one.name === 'Yours Now')
    expect(JSON.stringify(mine.heard)).not.toContain('Not Yours')
    expect(JSON.stringify(all.heard)).toContain('Not Yours')
    mine.close()
    all.close()
  })

  it('refuses strangers, and what is no event id', async () => {
    expect((await listen(`${at.url}/live`, {})).status).toBe(401)
    expect((await listen(`${at.url}/visitor/live`, { cookie: at.cookie('Agent') })).status).toBe(401)
    expect((await listen(`${at.url}/live?after=-1`, { cookie: at.cookie('Agent') })).status).toBe(400)
    expect((await listen(`${at.url}/live?after=1&after=2`, { cookie: at.cookie('Agent') })).status).toBe(400)
  })
})
