import type { Chat } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { setStatus, tell } from '../rows/chat-change.ts'
import { id } from '../rows/input.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'

/** Opens a closed chat again. Whoever may close one may: it is the same decision. */
export const reopen = guard
  .may('inbox.close')
  .input(z.strictObject({ chatId: id }))
  .mutation(async ({ ctx, input }): Promise<Chat> => {
    const change = await lockChat(ctx, input.chatId)
    if (change.chat.status === 'open') return change.chat
    setStatus(change, 'open')
    tell(change, `${ctx.actor.name} reopened the chat`)
    return saveChat(ctx, ctx.actor.accountId, change)
  })
