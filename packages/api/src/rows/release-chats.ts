import type { MemberContext } from '../guard/context.ts'
import { leftChat, leftChats } from '../guard/visible.ts'
import { completeChat, toChat } from './chat.ts'
import { assign, changeOf, tell } from './chat-change.ts'
import { saveChat } from './save-chat.ts'

/**
 * Takes a member's open chats from them, since they go: nobody is to wait for an answer of somebody who is not there.
 * Whoever sends them away need not see the chats; they learn how many there were.
 */
export async function releaseChats(
  { tx, emit, actor }: Pick<MemberContext, 'tx' | 'emit' | 'actor'>,
  member: { id: string; name: string },
): Promise<number> {
  const { accountId } = actor
  const held = await leftChats(tx, accountId, member.id).select('chat.id').orderBy('chat.id').forUpdate().execute()
  for (const { id } of held) {
    const row = await completeChat(leftChat(tx, accountId, id)).executeTakeFirstOrThrow()
    const change = changeOf(toChat(row), row.first_reply_at !== null, row.now)
    assign(change, null)
    tell(change, `${member.name} has left; nobody has the chat now`)
    await saveChat({ tx, emit }, accountId, change)
  }
  return held.length
}
