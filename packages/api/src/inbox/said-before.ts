import type { Message } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import { toMessage } from '../rows/message.ts'
import { idTaken } from '../rows/save-chat.ts'

/**
 * The message that an earlier attempt of the same call has stored, if there was one. The chat is locked and seen:
 * two attempts at once take turns. An id that stands in this chat with another author, kind or text is refused: answered
 * with what is there, the words that came with it would be lost.
 */
export async function saidBefore(
  { tx, actor }: Pick<MemberContext, 'tx' | 'actor'>,
  { chatId, id, body }: { chatId: string; id: string; body: string },
  kind: Message['kind'],
): Promise<Message | null> {
  const row = await tx
    .selectFrom('message')
    .selectAll()
    .where('account_id', '=', actor.accountId)
    .where('id', '=', id)
    .where('chat_id', '=', chatId)
    .executeTakeFirst()
  if (!row) return null
  const same =
    row.author_kind === 'member' && row.author_id === actor.memberId && row.kind === kind && row.body === body
  return same ? toMessage(row) : idTaken()
}
