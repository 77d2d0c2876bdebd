import type { Chat } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { setStatus, tell } from '../rows/chat-change.ts'
import { id } from '../rows/input.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'

/** Closes a chat. Closing a closed one changes nothing and tells nobody. */
export const close = guard
  .may('inbox.close')
  .input(z.strictObject({ chatId: id }))
  .mutation(async ({ ctx, input }): Promise<Chat> => {
    const change = await lockChat(ctx, input.chatId)
    if (change.chat.status === 'closed') return change.chat
    setStatus(change, 'closed')
    tell(change, `${ctx.actor.name} closed the chat`)
    return saveChat(ctx, ctx.actor.accountId, change)
  })
