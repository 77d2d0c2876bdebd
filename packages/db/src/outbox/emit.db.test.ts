import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { asOwner, engines, freshDatabase, seedAccount } from '../testing/index.ts'
import { emit, type NewEvent } from './emit.ts'

const online = (is: boolean): NewEvent => ({
  type: 'switches',
  data: { type: 'switches', online: is, widgetShown: true },
})

describe.each(engines)('the outbox on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  const account = async () => (await seedAccount(database, { chats: false })).accountId
  const tell = (accountId: string, ...events: NewEvent[]) =>
    database.tenant(accountId, (tx) => emit(tx, accountId, events))
  const stored = (accountId: string) =>
    database.tenant(accountId, (tx) => tx.selectFrom('event').selectAll().orderBy('id').execute())

  test('ids are dense from 1, in the order given, and rows come back as they are stored', async () => {
    const accountId = await account()
    const [chat_id, assignee_id, was] = [randomUUID(), randomUUID(), randomUUID()]
    const gone: NewEvent = {
      type: 'chat.gone',
      chat_id,
      assignee_id,
      was_assignee_id: was,
      moved: true,
      data: { type: 'chat.gone', chatId: chat_id },
    }
    expect(await tell(accountId)).toEqual([])
    const first = await tell(accountId, online(false))
    const more = await tell(accountId, gone, online(true))
    expect([...first, ...more].map((event) => event.id)).toEqual([1, 2, 3])
    expect(more[0]).toEqual({
      ...gone,
      id: 2,
      member_id: null,
      department_id: null,
      was_department_id: null,
      at: expect.any(Date),
    })
    const rows = await stored(accountId)
    expect(rows).toEqual([...first, ...more].map((event) => ({ account_id: accountId, ...event })))
  })

  test('accounts count for themselves', async () => {
    const [a, b] = [await account(), await account()]
    await tell(a, online(true), online(false))
    expect((await tell(b, online(true)))[0]?.id).toBe(1)
  })

  test('an event that was not committed leaves no gap', async () => {
    const accountId = await account()
    await database
      .tenant(accountId, async (tx) => {
        await emit(tx, accountId, [online(true)])
        throw new Error('undo')
      })
      .catch(() => {})
    expect((await tell(accountId, online(true)))[0]?.id).toBe(1)
  })

  test('an account that is not there, or not entered, is an error', async () => {
    await expect(tell(randomUUID(), online(true))).rejects.toThrow(/no clock/)
    const accountId = await account()
    await expect(emit(database.db, accountId, [online(true)])).rejects.toThrow(/no clock/)
  })

  test('what is older than an hour is forgotten by and by, what is younger never', async () => {
    const accountId = await account()
    await tell(accountId, ...Array.from({ length: 250 }, () => online(true)))
    await asOwner(database, (db) =>
      sql`update event set at = now() - interval '59 minutes' where account_id = ${accountId} and id > 200`.execute(db),
    )
    await asOwner(database, (db) =>
      sql`update event set at = now() - interval '61 minutes' where account_id = ${accountId} and id <= 200`.execute(
        db,
      ),
    )
    await tell(accountId, ...Array.from({ length: 5 }, () => online(true)))
    expect((await stored(accountId))[0]?.id).toBe(1)
    await tell(accountId, online(true))
    const left = (await stored(accountId)).map((event) => event.id)
    expect(left).toEqual(Array.from({ length: 56 }, (_, i) => 201 + i))
  })
})

describe('the outbox under concurrency, on postgres', () => {
  test('a reader who has seen id n has seen everything before it: 300 commits, each read at once', async () => {
    const database = await freshDatabase('postgres', { poolSize: 30 })
    const { accountId } = await seedAccount(database, { chats: false })
    const written = new AbortController()
    const gaps: string[] = []
    let last = 0
    const reader = (async () => {
      while (!written.signal.aborted || last < 300) {
        const rows = await database.tenant(accountId, (tx) =>
          tx.selectFrom('event').select('id').where('id', '>', last).orderBy('id').execute(),
        )
        for (const { id } of rows) {
          if (id !== last + 1) gaps.push(`${last} → ${id}`)
          last = id
        }
      }
    })()
    // As many at once as there are connections: on a busy machine the others would wait for one longer than they may.
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let i = 0; i < 15; i++) {
          await pause(Math.random() * 10)
          await database.tenant(accountId, async (tx) => {
            await emit(tx, accountId, [online(i % 2 === 0)])
            await pause(Math.random() * 3)
          })
        }
      }),
    )
    written.abort()
    await reader
    await database.close()
    expect(gaps).toEqual([])
    expect(last).toBe(300)
  })
})
