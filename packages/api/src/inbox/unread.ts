import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { holdChat } from '../rows/lock-chat.ts'

/** Leaves a chat for later: the visitor's newest message counts as unread again, for the caller alone. */
export const unread = guard
  .may('inbox.view')
  .input(z.strictObject({ chatId: id }))
  .mutation(async ({ ctx: { tx, scope }, input }): Promise<{ count: number }> => {
    const chat = await holdChat({ tx, scope }, input.chatId)
    const row = await tx
      .updateTable('chat_read')
      .set({ visitor_count: sql`least(visitor_count, ${Math.max(0, chat.visitor_count - 1)})` })
      .where('account_id', '=', scope.accountId)
      .where('chat_id', '=', chat.id)
      .where('member_id', '=', scope.memberId)
      .returning('visitor_count')
      .executeTakeFirst()
    // Who never read in it has all of it before them.
    return { count: row?.visitor_count ?? 0 }
  })
