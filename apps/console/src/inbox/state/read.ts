import type { Chat } from '@rolecall/protocol'
import type { InboxState, Read } from './state.ts'

/** Shown at once, while the server is being told that this member has read so many visitor messages: more or fewer. */
export function markRead(state: InboxState, chatId: string, count: number): InboxState {
  return withRead(state, chatId, { count, asOf: Number.POSITIVE_INFINITY })
}

/** The server has been told by `mark`, and holds `count`. Where one has marked it anew since then, that is not it. */
export function settleRead(before: InboxState, chatId: string, mark: Read | undefined, count: number): InboxState {
  if (before.read[chatId] !== mark) return before
  const state = { ...before, tick: before.tick + 1 }
  return withRead(state, chatId, { count, asOf: state.tick })
}

/** Another tab of this member has told the server. */
export function hearRead(before: InboxState, chatId: string, count: number): InboxState {
  return before.read[chatId]?.asOf === Number.POSITIVE_INFINITY
    ? before
    : settleRead(before, chatId, before.read[chatId], count)
}

/** Unread visitor messages; a chat that only the stream told of has at least the one it told of. */
export function unreadOf({ read }: InboxState, chat: Chat): number {
  const mark = read[chat.id]
  if (!mark) return chat.preview?.author.kind === 'visitor' ? 1 : 0
  return Math.max(0, chat.visitorCount - mark.count)
}

const withRead = (state: InboxState, chatId: string, mark: Read): InboxState => ({
  ...state,
  read: { ...state.read, [chatId]: mark },
})
