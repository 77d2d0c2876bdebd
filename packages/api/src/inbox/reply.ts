import type { Message } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { assign, say, setStatus, tell } from '../rows/chat-change.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'
import { authorOf, message } from './message.ts'
import { saidBefore } from './said-before.ts'

/**
 * Answers the visitor. On the way a free chat becomes the writer's and a closed one opens again, each only where the
 * writer might have done it by hand (`inbox.assign`, `inbox.close`). A retry with the same id is the same message.
 */
export const reply = guard
  .may('inbox.reply')
  .input(message)
  .mutation(async ({ ctx, input }): Promise<Message> => {
    const { actor } = ctx
    const change = await lockChat(ctx, input.chatId)
    const before = await saidBefore(ctx, input, 'message')
    if (before) return before
    if (change.chat.status === 'closed' && may(actor, 'inbox.close')) {
      setStatus(change, 'open')
      tell(change, `${actor.name} reopened the chat`)
    }
    if (change.chat.assignee === null && may(actor, 'inbox.assign')) {
      assign(change, { id: actor.memberId, name: actor.name })
      tell(change, `${actor.name} took the chat`)
    }
    const said = say(change, { id: input.id, kind: 'message', author: authorOf(actor), body: input.body })
    await saveChat(ctx, actor.accountId, change)
    return said
  })
