import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { engines, freshDatabase, type Seed, seedAccount } from '../testing/index.ts'
import { enterAccount } from '../wall/enter.ts'
import { visitorSay } from './say.ts'

describe.each(engines)('a visitor says something on %s', (engine) => {
  let database: Database
  let seed: Seed
  beforeAll(async () => {
    database = await freshDatabase(engine)
    seed = await seedAccount(database)
  })
  afterAll(() => database.close())

  const visitor = (key: keyof Seed['chats']) => {
    const contact = seed.contacts.find((c) => c.chatId === seed.chats[key])
    if (!contact) throw new Error(key)
    return contact
  }
  const say = (key: keyof Seed['chats'], over: { id?: string; secretHash?: string; body?: string } = {}) =>
    visitorSay(database.db, {
      accountId: seed.accountId,
      secretHash: visitor(key).secretHash,
      id: randomUUID(),
      body: 'Hello?',
      ...over,
    })
  const chat = (key: keyof Seed['chats']) =>
    database.tenant(seed.accountId, (tx) =>
      tx.selectFrom('chat').selectAll().where('id', '=', seed.chats[key]).executeTakeFirstOrThrow(),
    )
  const outbox = () =>
    database.tenant(seed.accountId, (tx) => tx.selectFrom('event').selectAll().orderBy('id').execute())

  test('message, chat and event are written as one', async () => {
    const before = await chat('agents')
    const id = randomUUID()
    const said = await say('agents', { id, body: 'Où est ma commande ? 🚢' })
    if (said.outcome !== 'said') throw new Error(said.outcome)
    const { name, id: contactId } = visitor('agents')
    expect(said.message).toEqual({
      id,
      chatId: before.id,
      seq: before.last_seq + 1,
      author: { kind: 'visitor', id: contactId, name },
      kind: 'message',
      body: 'Où est ma commande ? 🚢',
      at: said.event.at.toISOString(),
    })
    const after = await chat('agents')
    expect(said.shown).toBe(before.shown_seq + 1)
    expect(after).toMatchObject({
      shown_seq: before.shown_seq + 1,
      last_seq: before.last_seq + 1,
      visitor_count: before.visitor_count + 1,
      preview_body: said.message.body,
      preview_kind: 'visitor',
      preview_name: name,
      preview_author: contactId,
      active_at: said.event.at,
      preview_at: said.event.at,
      assignee_id: seed.members.Agent.id,
    })
    expect(said.event).toMatchObject({
      type: 'message',
      chat_id: before.id,
      assignee_id: seed.members.Agent.id,
      department_id: null,
      moved: false,
      data: {
        type: 'message',
        message: said.message,
        shown: said.shown,
        chat: {
          id: before.id,
          contact: { id: contactId, name },
          status: 'open',
          assignee: { id: seed.members.Agent.id, name: seed.members.Agent.name },
          department: null,
          lastSeq: after.last_seq,
          visitorCount: after.visitor_count,
          seenSeq: after.seen_seq,
          preview: { author: said.message.author, body: said.message.body, at: said.message.at },
          createdAt: after.created_at.toISOString(),
          activeAt: after.active_at.toISOString(),
        },
      },
    })
    expect((await outbox()).at(-1)).toMatchObject({ id: said.event.id, data: said.event.data })
  })

  test('a retry is the same message and tells nothing new', async () => {
    const id = randomUUID()
    const first = await say('unassigned', { id })
    const events = (await outbox()).length
    const again = await say('unassigned', { id, body: 'Hello?' })
    expect(first.outcome).toBe('said')
    expect({ ...again, event: undefined }).toEqual({ ...first, outcome: 'existed', event: undefined })
    expect(await outbox()).toHaveLength(events)
  })

  test('an id that is another message is refused, whoever wrote that', async () => {
    const id = randomUUID()
    await say('unassigned', { id })
    expect(await say('unassigned', { id, body: 'Hello? Anybody?' })).toEqual({ outcome: 'taken' })
    const events = (await outbox()).length
    expect(await say('agents', { id })).toEqual({ outcome: 'taken' })
    const [members] = await database.tenant(seed.accountId, (tx) =>
      tx
        .selectFrom('message')
        .select('id')
        .where('chat_id', '=', seed.chats.agents)
        .where('author_kind', '=', 'member')
        .execute(),
    )
    expect(await say('agents', { id: members?.id ?? '' })).toEqual({ outcome: 'taken' })
    expect(await outbox()).toHaveLength(events)
  })

  test('a secret is good for its own account only', async () => {
    const other = await seedAccount(database)
    const id = randomUUID()
    expect(await say('agents', { id, secretHash: '0'.repeat(64) })).toEqual({ outcome: 'unknown' })
    expect(await say('agents', { id, secretHash: other.contacts[0]?.secretHash ?? '' })).toEqual({ outcome: 'unknown' })
  })

  test('it does not stay inside the account afterwards', async () => {
    await say('agents')
    const { rows } = await sql`select id from chat`.execute(database.db)
    expect(rows).toEqual([])
  })

  test('a closed chat opens again, with its assignee', async () => {
    const said = await say('closed')
    expect(await chat('closed')).toMatchObject({ status: 'open', closed_at: null, assignee_id: seed.members.Agent.id })
    expect(said).toMatchObject({ event: { moved: false, data: { chat: { status: 'open' } } } })
  })

  test('but without an assignee who has left', async () => {
    const own = await seedAccount(database)
    const closed = own.contacts.find((c) => c.chatId === own.chats.closed)
    await database.tenant(own.accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', own.members.Agent.id).execute(),
    )
    const said = await visitorSay(database.db, {
      accountId: own.accountId,
      secretHash: closed?.secretHash ?? '',
      id: randomUUID(),
      body: 'Back again',
    })
    expect(said).toMatchObject({
      event: {
        moved: true,
        was_assignee_id: own.members.Agent.id,
        assignee_id: null,
        data: { chat: { assignee: null } },
      },
    })
  })

  test('inside a transaction it is undone with it', async () => {
    const before = await chat('agents')
    const gone = database.transaction(async (tx) => {
      await enterAccount(tx, seed.accountId)
      const saying = {
        accountId: seed.accountId,
        secretHash: visitor('agents').secretHash,
        id: randomUUID(),
        body: 'x',
      }
      expect((await visitorSay(tx, saying)).outcome).toBe('said')
      throw new Error('undo')
    })
    await expect(gone).rejects.toThrow('undo')
    expect(await chat('agents')).toEqual(before)
  })
})
