import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { lockOwnChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'

const input = z.strictObject({
  /** `seq` of the newest message the visitor has seen. */
  seq: z.int().min(0).max(2_147_483_647),
})

/** Remembers how far the visitor has seen, and tells the team. Never goes back, never past the end. */
export const seen = guard
  .visitor()
  .input(input)
  .mutation(async ({ ctx, input }): Promise<{ seenSeq: number }> => {
    const change = await lockOwnChat(ctx)
    const { chat } = change
    const seenSeq = Math.max(chat.seenSeq, Math.min(input.seq, chat.lastSeq))
    if (seenSeq > chat.seenSeq) {
      change.chat = { ...chat, seenSeq }
      change.columns.seen_seq = seenSeq
      await saveChat(ctx, ctx.visitor.accountId, change)
    }
    return { seenSeq }
  })
