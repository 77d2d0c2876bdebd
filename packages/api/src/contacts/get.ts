import type { ChatStatus, Contact } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { notFound } from '../refuse/errors.ts'
import { chatRows, toChat } from '../rows/chat.ts'
import { contactRows, toContact } from '../rows/contact.ts'
import { id } from '../rows/input.ts'

interface Found {
  contact: Contact
  /** Those that the caller may see, newest first, at most 100; none without `inbox.view`. `preview` is the newest message. */
  chats: { id: string; status: ChatStatus; createdAt: string; preview: string | null }[]
}

/** One contact and their chats. */
export const get = guard
  .may('contacts.view')
  .input(z.strictObject({ contactId: id }))
  .query(async ({ ctx: { tx, scope, actor }, input }): Promise<Found> => {
    const row = await contactRows(tx, scope).where('contact.id', '=', input.contactId).executeTakeFirst()
    if (!row) return notFound()
    const contact = toContact(row)
    // What was written is part of the inbox, also when it is shown beside a contact.
    if (!may(actor, 'inbox.view')) return { contact, chats: [] }
    const chats = await chatRows(tx, scope)
      .where('chat.contact_id', '=', row.id)
      .orderBy('chat.created_at', 'desc')
      .limit(100)
      .execute()
    return {
      contact,
      chats: chats.map(toChat).map(({ id, status, createdAt, preview }) => ({
        id,
        status,
        createdAt,
        preview: preview?.body ?? null,
      })),
    }
  })
