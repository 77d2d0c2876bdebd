import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** What is erased: a contact with the chats they had, or (`contactId` null) chats alone. */
export interface Gone {
  accountId: string
  contactId: string | null
  chatIds: readonly string[]
}

/**
 * Takes their words out of the outbox: what was told of them says from now on that they are gone. The chats must be
 * locked, so that nothing more is told of them meanwhile, and the account entered.
 */
export async function eraseEvents(tx: Kysely<Tables>, { accountId, contactId, chatIds }: Gone): Promise<void> {
  await sql`
    update event set type = 'chat.gone', data = jsonb_build_object('type', 'chat.gone', 'chatId', chat_id)
    where account_id = ${accountId}::uuid and chat_id = any(${[...chatIds]}::uuid[])
      and type not in ('chat.gone', 'contact.gone', 'contact')`.execute(tx)
  if (contactId === null) return
  await sql`
    update event set type = 'contact.gone', data = jsonb_build_object('type', 'contact.gone', 'contactId', ${contactId}::text)
    where account_id = ${accountId}::uuid and type = 'contact' and data->>'contactId' = ${contactId}`.execute(tx)
}
