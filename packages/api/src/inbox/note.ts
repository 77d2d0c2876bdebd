import type { Message } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { say } from '../rows/chat-change.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'
import { authorOf, message } from './message.ts'
import { saidBefore } from './said-before.ts'

/** Writes a line that only the team reads. It neither takes nor reopens the chat. A retry with the same id is the same note. */
export const note = guard
  .may('inbox.reply')
  .input(message)
  .mutation(async ({ ctx, input }): Promise<Message> => {
    const change = await lockChat(ctx, input.chatId)
    const before = await saidBefore(ctx, input, 'note')
    if (before) return before
    const said = say(change, { id: input.id, kind: 'note', author: authorOf(ctx.actor), body: input.body })
    await saveChat(ctx, ctx.actor.accountId, change)
    return said
  })
