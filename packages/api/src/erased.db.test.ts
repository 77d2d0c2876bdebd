import { engines } from '@rolecall/db/testing'
import type { Started } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everywhere } from './testing/everywhere.ts'
import { listen } from './testing/listen.ts'
import { type StartedApi, startApi } from './testing/start.ts'

// Erasing means everywhere. Words that stand nowhere else are left by a visitor wherever a visitor can leave words, and
// by the team about them; after the erasure no table, column or line of the log holds one.

const word = (what: string) => `xq${what}${crypto.randomUUID().slice(0, 8)}qx`

describe.each(engines)('what is erased on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  const done = async (answer: Promise<{ status: number; data: unknown }>) => {
    const { status, data } = await answer
    expect([status, data]).toEqual([200, data])
    return data as never
  }
  const team = (procedure: string, input: object) => done(app.as('Administrator').post(procedure, input))

  /** A conversation that leaves a word of its own in every place there is. */
  const planted = async () => {
    const words = {
      name: word('name'),
      email: word('email'),
      page: word('page'),
      body: word('body'),
      reply: word('reply'),
      note: word('note'),
      later: word('later'),
      tag: word('tag'),
      phone: '+44 20 7946 0958',
    }
    const { account, id } = { account: app.seed.accountId, id: () => crypto.randomUUID() }
    const started: Started = await done(
      app.with({}).post('visitor.start', {
        ...{ account, id: id(), name: words.name, email: `${words.email}@lima.example`, body: words.body },
        page: `https://shop.example/${words.page}`,
      }),
    )
    const { chatId } = started.conversation
    await team('inbox.assign', { chatId, memberId: app.seed.members.Administrator.id })
    await team('inbox.reply', { chatId, id: id(), body: words.reply })
    await team('inbox.note', { chatId, id: id(), body: words.note })
    const visitor = app.with({ authorization: `Visitor ${started.secret}` })
    await done(visitor.post('visitor.say', { id: id(), body: words.later }))
    const { data } = await app.as('Administrator').get<{ contact: { id: string } }>('inbox.thread', { chatId })
    const contactId = data.contact.id
    await team('contacts.edit', { contactId, name: words.name, tags: [words.tag], phone: words.phone })
    return { words, chatId, contactId }
  }

  const left = async (words: Record<string, string>) => {
    const places = await everywhere(app.database, Object.values(words))
    const log = JSON.stringify(app.lines)
    return Object.fromEntries(
      Object.entries(words).map(([what, text]) => {
        const found = places.get(text) ?? []
        return [what, log.includes(text) ? [...found, 'the log'] : found] as const
      }),
    )
  }
  const nowhere = (words: Record<string, string>) => Object.fromEntries(Object.keys(words).map((what) => [what, []]))

  it('with a contact are all their words', async () => {
    const { words, contactId } = await planted()
    const before = await left(words)
    // The search sees: each word stood somewhere, and those of a chat in the outbox as well.
    expect(Object.entries(before).filter(([, places]) => places.length === 0)).toEqual([])
    expect(before['body']).toEqual(expect.arrayContaining(['message.body', 'event.data']))
    await team('contacts.delete', { contactId })
    expect(await left(words)).toEqual(nowhere(words))
  })

  it('with a chat are the words of the chat, and the contact stays', async () => {
    const { words, chatId } = await planted()
    await team('inbox.delete', { chatId })
    const { name, email, tag, phone, ...said } = words
    const { page: _, ...ofTheChat } = said
    expect(await left(ofTheChat)).toEqual(nowhere(ofTheChat))
    expect(
      Object.values(await left({ name, email, tag, phone })).every((places) => places.includes('event.data')),
    ).toBe(false)
  })

  it('from the eyes of a stream that comes back: it hears that they are gone, and no word', async () => {
    const cookie = app.cookie('Administrator')
    const first = await listen(`${app.url}/live`, { cookie })
    const { words, chatId, contactId } = await planted()
    await first.until(({ type }) => type === 'contact')
    const from = first.heard[0]?.id
    first.close()
    await team('contacts.delete', { contactId })
    const again = await listen(`${app.url}/live`, { cookie, 'last-event-id': `${from}` })
    await team('switches.setOnline', { online: false })
    await again.until(({ type }) => type === 'switches')
    const heard = JSON.stringify(again.heard)
    again.close()
    expect(Object.values(words).filter((text) => heard.includes(text))).toEqual([])
    expect(again.heard.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        { type: 'chat.gone', chatId },
        { type: 'contact.gone', contactId },
      ]),
    )
  })
})
