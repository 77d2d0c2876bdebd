import { setsFree } from '@rolecall/permissions'
import { handsOn } from '../guard/actor.ts'
import type { MemberContext } from '../guard/context.ts'
import { leftChat, leftChats } from '../guard/visible.ts'
import { completeChat, toChat } from './chat.ts'
import { assign, changeOf, tell } from './chat-change.ts'
import { saveChat } from './save-chat.ts'

/** What became of the open chats of somebody who goes. */
export interface LetGo {
  /** So many are free now. */
  chats: number
  /** So many stay theirs, for whoever sent them away does not read them: a free chat is read by others. */
  kept: number
}

/**
 * Takes a member's open chats from them, since they go: nobody is to wait for an answer of somebody who is not there.
 * Those only that whoever sends them away reads, and may do everything with: the others stay closed to all but those
 * who saw them before.
 */
export async function releaseChats(
  { tx, emit, actor }: Pick<MemberContext, 'tx' | 'emit' | 'actor'>,
  member: { id: string; name: string },
): Promise<LetGo> {
  const { accountId, memberId } = actor
  const mine = handsOn(actor)
  const held = await leftChats(tx, accountId, member.id)
    .select(['chat.id', 'chat.department_id'])
    .orderBy('chat.id')
    .forUpdate()
    .execute()
  const free = held.filter(
    ({ department_id: departmentId }) =>
      setsFree(mine) && mine.reach.sees(memberId, { assigneeId: member.id, departmentId }),
  )
  for (const { id } of free) {
    const row = await completeChat(leftChat(tx, accountId, id)).executeTakeFirstOrThrow()
    const change = changeOf(toChat(row), row.first_reply_at !== null, row.now)
    assign(change, null)
    tell(change, `${member.name} has left; nobody has the chat now`)
    await saveChat({ tx, emit }, accountId, change)
  }
  return { chats: free.length, kept: held.length - free.length }
}
