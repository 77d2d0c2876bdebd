import { randomUUID } from 'node:crypto'
import { audit } from '../audit.ts'
import type { Database } from '../database.ts'
import { emit } from '../emit.ts'
import { hashed } from './hashed.ts'
import type { Seed } from './seed.ts'

/** Adds a row in each table that seedAccount leaves empty: a read mark, a token, an event and an audit entry. */
export async function seedRecords(database: Database, seed: Seed): Promise<void> {
  const { accountId: account_id } = seed
  const { id, name } = seed.members.Administrator
  await database.tenant(account_id, async (tx) => {
    await tx
      .insertInto('chat_read')
      .values({ account_id, chat_id: seed.chats.agents, member_id: id, visitor_count: 1 })
      .execute()
    await tx
      .insertInto('api_token')
      .values({
        account_id,
        id: randomUUID(),
        member_id: id,
        name: 'Nightly sync',
        token_hash: hashed(`rc_${account_id}`),
        hint: 'rc_seeded',
        permissions: ['contacts.view'],
      })
      .execute()
    await audit(tx, account_id, {
      actor: { kind: 'member', id, name },
      action: 'switches.setOnline',
      subject: { kind: 'account', id: account_id },
      detail: { before: false, after: true },
    })
    await emit(tx, account_id, [{ type: 'switches', data: { type: 'switches', online: true, widgetShown: true } }])
  })
}
