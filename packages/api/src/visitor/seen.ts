import { z } from 'zod'
import type { VisitorContext } from '../guard/context.ts'
import { guard } from '../guard/guard.ts'
import { lockOwnChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'
import { shownUpTo } from './conversation.ts'

const input = z.strictObject({
  /** `seq` of the newest message the visitor has seen, as they are numbered for them. */
  seq: z.int().min(0).max(2_147_483_647),
})

/** Remembers how far the visitor has seen, and tells the team. Never goes back, never past the end. */
export const seen = guard
  .visitor()
  .input(input)
  .mutation(async ({ ctx, input }): Promise<{ seenSeq: number }> => {
    const change = await lockOwnChat(ctx)
    const { chat } = change
    const seenSeq = await seqOf(ctx, chat.seenSeq, input.seq)
    if (seenSeq !== null) {
      change.chat = { ...chat, seenSeq }
      change.columns.seen_seq = seenSeq
      await saveChat(ctx, ctx.visitor.accountId, change)
    }
    return { seenSeq: await shownUpTo(ctx.tx, ctx.visitor, seenSeq ?? chat.seenSeq) }
  })

/** The team's number of the newest message up to the visitor's `shown`; null where they had seen as much before. */
async function seqOf({ tx, visitor }: VisitorContext, seenSeq: number, shown: number): Promise<number | null> {
  const row = await tx
    .selectFrom('message')
    .select('seq')
    .where('account_id', '=', visitor.accountId)
    .where('chat_id', '=', visitor.chatId)
    .where('seq', '>', seenSeq)
    .where('shown', '<=', shown)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? null
}
