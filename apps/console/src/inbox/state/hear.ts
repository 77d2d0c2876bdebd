import type { LiveEvent } from '@rolecall/protocol'
import { hearChat, hearGone } from './chats.ts'
import type { InboxState, Thread } from './state.ts'
import { learnMessage } from './thread.ts'

/** What the live stream says, in its order. */
export function hear(before: InboxState, event: LiveEvent): InboxState {
  const state = { ...before, tick: before.tick + 1 }
  switch (event.type) {
    case 'message':
      return learnMessage(hearChat(state, event.chat, event.message.seq === 1), event.message)
    case 'chat':
      return hearChat(state, event.chat)
    case 'chat.gone':
      return hearGone(state, event.chatId)
    case 'contact':
      return rename(state, event.contactId, event.name)
    case 'contact.gone':
      return everyThread(state, (thread) =>
        thread.contact?.id === event.contactId ? { ...thread, contact: null } : thread,
      )
    case 'resync':
      return forgetSure(state)
    // What other rights mean is known when the session has been read again: see rights.ts.
    case 'session':
    case 'switches':
    case 'news':
      return state
  }
}

/** Anything may have happened: what is shown stays until it has been asked for again, but nothing is sure any more. */
export function forgetSure(before: InboxState): InboxState {
  const state = { ...before, epoch: before.tick, list: { ...before.list, stale: 'all' as const } }
  return everyThread(state, (thread) => ({ ...thread, stale: true }))
}

function rename(state: InboxState, contactId: string, name: string): InboxState {
  const chats = { ...state.chats }
  for (const [id, known] of Object.entries(chats)) {
    if (known.chat.contact.id !== contactId) continue
    chats[id] = { ...known, chat: { ...known.chat, contact: { id: contactId, name } } }
  }
  const renamed = { ...state.renamed, [contactId]: { name, heard: state.tick } }
  return everyThread({ ...state, chats, renamed }, (thread) =>
    thread.contact?.id === contactId ? { ...thread, stale: true } : thread,
  )
}

function everyThread(state: InboxState, to: (thread: Thread) => Thread): InboxState {
  const threads = Object.fromEntries(Object.entries(state.threads).map(([id, thread]) => [id, to(thread)]))
  return { ...state, threads }
}
