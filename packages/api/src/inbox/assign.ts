import type { Chat } from '@rolecall/protocol'
import { z } from 'zod'
import type { Actor } from '../guard/actor.ts'
import { guard } from '../guard/guard.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { assign as give, tell } from '../rows/chat-change.ts'
import { id } from '../rows/input.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'
import { assignable } from './assignable.ts'
import { says } from './says.ts'

/**
 * Gives a chat to a member, or to nobody with null. `from` is who the caller saw it with: of several who take a chat at
 * once one gets it, and the others hear who has it. The chat may leave the caller's own scope by this: the answer still
 * shows it as they left it, and their streams say `chat.gone`.
 */
export const assign = guard
  .may('inbox.assign')
  .input(z.strictObject({ chatId: id, memberId: id.nullable(), from: id.nullable() }))
  .mutation(async ({ ctx, input }): Promise<Chat> => {
    const { tx, scope, actor } = ctx
    const change = await lockChat(ctx, input.chatId)
    const to = input.memberId === null ? null : await assignable(tx, scope.accountId, ctx.catalogue).one(input.memberId)
    if (input.memberId !== null && to === null) return notFound()
    if (change.was.assigneeId === input.memberId) return change.chat
    if (change.was.assigneeId !== input.from) return moved(change.chat)
    const { assignee, contact } = change.chat
    give(change, to)
    tell(change, words(actor, to))
    const chat = await saveChat(ctx, actor.accountId, change)
    const detail = { from: change.was.assigneeId, to: input.memberId }
    await ctx.audit(says.assign, { kind: 'chat', id: chat.id }, detail, {
      contact: { kind: 'contact', id: contact.id, name: contact.name },
      ...(assignee && { from: { kind: 'member', ...assignee } }),
      ...(to && { to: { kind: 'member', ...to } }),
    })
    return chat
  })

/** Whoever sees the chat sees whose it is, so the name tells nothing new. */
const moved = ({ assignee }: Chat): never =>
  refuse(
    'CONFLICT',
    assignee
      ? `${assignee.name} has this chat now. Look who answers it before you move it.`
      : 'This chat is free again. Look at it once more before you move it.',
  )

function words(actor: Actor, to: { id: string; name: string } | null): string {
  if (to === null) return `${actor.name} unassigned the chat`
  if (to.id === actor.memberId) return `${actor.name} took the chat`
  return `${actor.name} assigned the chat to ${to.name}`
}
