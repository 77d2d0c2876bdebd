import type { NewEvent } from '@rolecall/db'
import type { Chat, LiveEvent } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import { refuse } from '../refuse/errors.ts'
import type { ChatChange } from './chat-change.ts'
import { fromMessage } from './message.ts'

type Told = Exclude<LiveEvent, { type: 'resync' }>
type Writer = Pick<MemberContext, 'tx' | 'emit'>

/** Writes what was done to a held chat, and the events that tell of it. Returns the chat as it is now. */
export async function saveChat({ tx, emit }: Writer, accountId: string, change: ChatChange): Promise<Chat> {
  const { chat, messages, columns } = change
  const shown = new Map<string, number>()
  if (messages.length > 0) {
    const stored = await tx
      .insertInto('message')
      .values(messages.map((message) => fromMessage(accountId, message)))
      .onConflict((conflict) => conflict.columns(['account_id', 'id']).doNothing())
      .returning(['id', 'shown'])
      .execute()
    if (stored.length < messages.length) idTaken()
    for (const one of stored) if (one.shown !== null) shown.set(one.id, one.shown)
  }
  if (Object.keys(columns).length > 0) {
    await tx.updateTable('chat').set(columns).where('account_id', '=', accountId).where('id', '=', chat.id).execute()
  }
  const told: Told[] = messages.map((message) => {
    const number = shown.get(message.id)
    return { type: 'message', chat, message, ...(number === undefined ? {} : { shown: number }) }
  })
  if (change.statusChanged || told.length === 0) told.push({ type: 'chat', chat })
  await emit(...told.map((data) => eventOf(change, data)))
  return chat
}

/** A message's id was used before: for other words, or in a chat or by an author that does not matter to the caller. */
export const idTaken = (): never =>
  refuse('CONFLICT', 'This id belongs to another message. Send yours again with a new id.')

/** An event about a held chat: where it stands and where it stood, so that each stream can tell whether it may know. */
export function eventOf({ was, chat }: ChatChange, data: Told): NewEvent {
  const [assigneeId, departmentId] = [chat.assignee?.id ?? null, chat.department?.id ?? null]
  return {
    type: data.type,
    chat_id: chat.id,
    assignee_id: assigneeId,
    department_id: departmentId,
    was_assignee_id: was.assigneeId,
    was_department_id: was.departmentId,
    moved: was.assigneeId !== assigneeId || was.departmentId !== departmentId,
    data,
  }
}
