import type { Chat } from '@rolecall/protocol'
import { api, toast } from '@rolecall/ui'
import { ask, hearGone, learnChat } from '../state/chats.ts'
import { settle, showAtOnce } from '../state/optimistic.ts'
import type { OptimisticChange } from '../state/state.ts'
import { words } from '../words.ts'
import { failed } from './questions.ts'
import { inbox, update } from './store.ts'

/** Shown at once, taken back if the server says no: who comes second to a free chat hears who has it. */
export async function assign({ id: chatId, assignee }: Chat, to: { id: string; name: string } | null): Promise<void> {
  const move = { chatId, memberId: to?.id ?? null, from: assignee?.id ?? null }
  await alter(chatId, { assignee: to }, () => api.inbox.assign.mutate(move))
}

/** To whom it is assigned is the server's to say: they keep it only if they are of that department. */
export async function move({ id: chatId, department }: Chat, to: { id: string; name: string } | null): Promise<void> {
  const there = { chatId, departmentId: to?.id ?? null, from: department?.id ?? null }
  const done = await alter(chatId, { department: to }, () => api.inbox.move.mutate(there))
  if (!done) return
  const text = to ? words.head.movedToast(to.name) : words.head.takenOutToast
  toast(text, { tone: 'good', ms: 7_000 })
}

/** Says whether it was done; `undone` after it was taken back. */
export async function close(chatId: string, undone: () => void): Promise<boolean> {
  const name = inbox.peek().chats[chatId]?.chat.contact.name ?? ''
  const done = await alter(chatId, { status: 'closed' }, () => api.inbox.close.mutate({ chatId }))
  if (!done) return false
  const undo = { label: words.head.undo, run: () => void reopen(chatId).then(undone) }
  toast(words.head.closedToast(name), { tone: 'good', ms: 7_000, action: undo })
  return true
}

export async function reopen(chatId: string): Promise<void> {
  await alter(chatId, { status: 'open' }, () => api.inbox.reopen.mutate({ chatId }))
}

/** Cannot be undone, so it waits for the server. Says whether it was done. */
export async function remove(chatId: string): Promise<boolean> {
  const name = inbox.peek().chats[chatId]?.chat.contact.name ?? ''
  try {
    await api.inbox.delete.mutate({ chatId })
  } catch (error) {
    toast(failed(error).text, { tone: 'bad' })
    return false
  }
  update((state) => hearGone({ ...state, tick: state.tick + 1 }, chatId))
  toast(words.delete.done(name), { tone: 'good' })
  return true
}

let changes = 0

async function alter(chatId: string, change: OptimisticChange['change'], call: () => Promise<Chat>): Promise<boolean> {
  changes += 1
  const id = changes
  const { state, asked } = ask(inbox.peek())
  inbox.value = showAtOnce(state, { id, chatId, change })
  try {
    const chat = await call()
    update((now) => settle(learnChat(now, asked, chat, null), id))
    return true
  } catch (error) {
    update((now) => settle(now, id))
    const { text, refusal } = failed(error)
    toast(text, { tone: refusal?.code === 'CONFLICT' ? 'warn' : 'bad' })
    return false
  }
}
