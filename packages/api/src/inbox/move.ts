import type { Tx } from '@rolecall/db'
import type { Chat } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { assign, setDepartment, tell } from '../rows/chat-change.ts'
import { id } from '../rows/input.ts'
import { lockChat } from '../rows/lock-chat.ts'
import { saveChat } from '../rows/save-chat.ts'
import { says } from './says.ts'

/**
 * Hands a chat to a department, or with null to none. Whoever has it and is not of that department has it no longer: it
 * waits there for somebody who is. `from` is the department that the caller saw it in: of several who move it at once one
 * does. It may leave the caller's own scope by this: the answer still shows it, and their streams say `chat.gone`.
 */
export const move = guard
  .may('inbox.assign')
  .input(z.strictObject({ chatId: id, departmentId: id.nullable(), from: id.nullable() }))
  .mutation(async ({ ctx, input }): Promise<Chat> => {
    const { tx, scope, actor } = ctx
    const change = await lockChat(ctx, input.chatId)
    const to = input.departmentId === null ? null : await departmentOf(tx, scope.accountId, input.departmentId)
    const { departmentId: from, assigneeId } = change.was
    if (from === (to?.id ?? null)) return change.chat
    if (from !== input.from) return movedMeanwhile(change.chat)
    const { department: was, contact } = change.chat
    setDepartment(change, to)
    if (to && assigneeId !== null && !(await isOf(tx, scope.accountId, to.id, assigneeId))) assign(change, null)
    tell(
      change,
      to ? `${actor.name} moved the chat to ${to.name}` : `${actor.name} took the chat out of its department`,
    )
    const chat = await saveChat(ctx, actor.accountId, change)
    const freed = assigneeId !== null && chat.assignee === null
    const detail = { from, to: to?.id ?? null, freed: freed ? assigneeId : null }
    await ctx.audit(says.move, { kind: 'chat', id: chat.id }, detail, {
      contact: { kind: 'contact', id: contact.id, name: contact.name },
      ...(was && { from: { kind: 'department', ...was } }),
      ...(to && { to: { kind: 'department', ...to } }),
    })
    return chat
  })

const movedMeanwhile = ({ department }: Chat): never =>
  refuse(
    'CONFLICT',
    department
      ? `This chat is in ${department.name} now. Look at it once more before you move it.`
      : 'This chat is in no department now. Look at it once more before you move it.',
  )

/** Held until the commit: nobody deletes it meanwhile. */
async function departmentOf(tx: Tx, accountId: string, departmentId: string): Promise<{ id: string; name: string }> {
  const row = await tx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .where('id', '=', departmentId)
    .forKeyShare()
    .executeTakeFirst()
  return row ?? notFound()
}

async function isOf(tx: Tx, accountId: string, departmentId: string, memberId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('department_member')
    .select('member_id')
    .where('account_id', '=', accountId)
    .where('department_id', '=', departmentId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}
