import type { Chat } from '@rolecall/protocol'
import { z } from 'zod'
import type { Actor } from '../guard/actor.ts'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { assign as give, tell } from '../rows/chat-change.ts'
import { id } from '../rows/input.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'
import { assignable } from './assignable.ts'
import { says } from './says.ts'

/**
 * Gives a chat to a member, or to nobody with null. Two at once take turns and the later word stands. The chat may
 * leave the caller's own scope by this: the answer still shows it as they left it, and their streams say `chat.gone`.
 */
export const assign = guard
  .may('inbox.assign')
  .input(z.strictObject({ chatId: id, memberId: id.nullable() }))
  .mutation(async ({ ctx, input }): Promise<Chat> => {
    const { tx, scope, actor } = ctx
    const change = await lockChat(ctx, input.chatId)
    const to = input.memberId === null ? null : await assignable(tx, scope.accountId, ctx.catalogue).one(input.memberId)
    if (input.memberId !== null && to === null) return notFound()
    if (change.was.assigneeId === input.memberId) return change.chat
    give(change, to)
    tell(change, words(actor, to))
    const chat = await saveChat(ctx, actor.accountId, change)
    await ctx.audit(says.assign, { kind: 'chat', id: chat.id }, { from: change.was.assigneeId, to: input.memberId })
    return chat
  })

function words(actor: Actor, to: { id: string; name: string } | null): string {
  if (to === null) return `${actor.name} unassigned the chat`
  if (to.id === actor.memberId) return `${actor.name} took the chat`
  return `${actor.name} assigned the chat to ${to.name}`
}
