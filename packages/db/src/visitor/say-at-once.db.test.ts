import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { engines, freshDatabase, seedAccount } from '../testing/index.ts'
import { visitorSay } from './say.ts'

describe.each(engines)('visitors on %s', (engine) => {
  test('240 messages at once, each sent twice: seq and event ids are dense, nothing is lost or doubled', async () => {
    const database = await freshDatabase(engine)
    const own = await seedAccount(database)
    const bodies = Array.from({ length: 240 }, (_, i) => `message ${i}`)
    const keys = own.contacts.slice(0, 3)
    const ids = bodies.map(() => randomUUID())
    const once = () =>
      Promise.all(
        bodies.map((body, i) => {
          const secretHash = keys[i % 3]?.secretHash ?? ''
          return visitorSay(database.db, { accountId: own.accountId, secretHash, id: ids[i] ?? '', body })
        }),
      )
    // Each is sent twice, as by a browser that lost the answer.
    const [first, second] = await Promise.all([once(), once()])
    for (const [i, said] of first.entries()) {
      expect(new Set([said.outcome, second[i]?.outcome])).toEqual(new Set(['existed', 'said']))
    }
    await database.tenant(own.accountId, async (tx) => {
      for (const contact of keys) {
        const messages = await tx
          .selectFrom('message')
          .select(['seq', 'at', 'body'])
          .where('chat_id', '=', contact.chatId)
          .orderBy('seq')
          .execute()
        expect(messages.map((m) => m.seq)).toEqual(messages.map((_, i) => i + 1))
        const times = messages.map((m) => m.at.getTime())
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      }
      const events = await tx.selectFrom('event').selectAll().orderBy('id').execute()
      expect(events.map((e) => e.id)).toEqual(bodies.map((_, i) => i + 1))
      const clock = await tx.selectFrom('clock').select('now').executeTakeFirstOrThrow()
      expect(clock.now).toBe(240)
    })
    await database.close()
  })
})
