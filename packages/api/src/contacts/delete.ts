import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { visibleChats } from '../guard/visible.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { lockContact } from './lock.ts'
import { says } from './says.ts'

/**
 * Deletes a contact and erases what they left: chats, messages, the keys of their browsers. `chats`: how many went.
 * Where one of those chats is out of the caller's scope the contact is not theirs to delete, and answers like none.
 */
export const remove = guard
  .may('contacts.delete')
  .input(z.strictObject({ contactId: id }))
  .mutation(async ({ ctx, input: { contactId } }): Promise<{ deleted: true; chats: number }> => {
    const { tx, scope } = ctx
    if (!(await lockContact(ctx, contactId))) return notFound()
    const chats = await visibleChats(tx, scope)
      .where('chat.contact_id', '=', contactId)
      .select(['chat.id', 'chat.assignee_id', 'chat.department_id'])
      .execute()
    await ctx.erase(
      contactId,
      chats.map((chat) => chat.id),
    )
    await tx.deleteFrom('contact').where('account_id', '=', scope.accountId).where('id', '=', contactId).execute()
    const gone = { type: 'contact.gone' as const, data: { type: 'contact.gone' as const, contactId } }
    await ctx.emit(
      ...chats.flatMap(({ id: chat_id, assignee_id, department_id }) => {
        const place = { chat_id, assignee_id, department_id }
        return [
          { type: 'chat.gone' as const, ...place, data: { type: 'chat.gone' as const, chatId: chat_id } },
          // Those with a narrow scope hear of it through the chat they saw (live/sight.ts).
          { ...gone, ...place },
        ]
      }),
      gone,
    )
    await ctx.audit(says.delete, { kind: 'contact', id: contactId }, { chats: chats.length })
    return { deleted: true, chats: chats.length }
  })
