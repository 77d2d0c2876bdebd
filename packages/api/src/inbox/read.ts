import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { holdChat } from '../rows/lock-chat.ts'

const input = z.strictObject({
  chatId: id,
  /** How many of the visitor's messages the member has read, from the first. */
  count: z.int().min(0).max(2_147_483_647),
})

/** Remembers how far the caller has read, each member for themselves: not past the end, and back only by `unread`. */
export const read = guard
  .may('inbox.view')
  .input(input)
  .mutation(async ({ ctx: { tx, scope }, input }): Promise<{ count: number }> => {
    const chat = await holdChat({ tx, scope }, input.chatId)
    const count = Math.min(input.count, chat.visitor_count)
    const row = await tx
      .insertInto('chat_read')
      .values({ account_id: scope.accountId, chat_id: chat.id, member_id: scope.memberId, visitor_count: count })
      .onConflict((conflict) =>
        conflict
          .columns(['account_id', 'chat_id', 'member_id'])
          .doUpdateSet({ visitor_count: sql`greatest(chat_read.visitor_count, excluded.visitor_count)` }),
      )
      .returning('visitor_count')
      .executeTakeFirstOrThrow()
    // Another tab may have read more, of messages that came after ours were counted.
    return { count: row.visitor_count }
  })
