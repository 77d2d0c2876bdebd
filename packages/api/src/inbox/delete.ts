import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { eventOf } from '../rows/save-chat.ts'
import { says } from './says.ts'

/** Deletes a chat for good: its messages, notes and the visitor's key go with it, the contact stays. */
export const remove = guard
  .may('inbox.delete')
  .input(z.strictObject({ chatId: id }))
  .mutation(async ({ ctx, input }): Promise<{ deleted: true }> => {
    const change = await lockChat(ctx, input.chatId)
    const { chat } = change
    await ctx.erase(null, [chat.id])
    await ctx.tx.deleteFrom('chat').where('account_id', '=', ctx.scope.accountId).where('id', '=', chat.id).execute()
    await ctx.emit(eventOf(change, { type: 'chat.gone', chatId: chat.id }))
    // Ids and figures only: the log is never erased, a person's data must be. Their name can be emptied.
    const detail = { contactId: chat.contact.id, assigneeId: chat.assignee?.id ?? null, messages: chat.lastSeq }
    const things = { contact: { kind: 'contact', id: chat.contact.id, name: chat.contact.name } }
    await ctx.audit(says.delete, { kind: 'chat', id: chat.id }, detail, things)
    return { deleted: true }
  })
