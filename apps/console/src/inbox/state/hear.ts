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
    // Other rights may mean other rows; a resync means that anything may have happened.
    case 'session':
    case 'resync':
      return askAgain({ ...state, epoch: state.tick })
    case 'switches':
      return state
  }
}

function askAgain(state: InboxState): InboxState {
  return everyThread({ ...state, list: { ...state.list, stale: 'all' } }, (thread) => ({ ...thread, stale: true }))
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
