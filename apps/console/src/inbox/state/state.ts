import type { Chat, ChatCounts, ChatStatus, ChatView, Contact, Message } from '@rolecall/protocol'

// What the inbox knows. Plain values; every change is a function beside this file that returns a new state,
// so that any order of answers and live events can be played in a test.

/** Which list is on the screen. */
export interface Query {
  view: ChatView
  status: ChatStatus
  search: string
  /** Of one department alone; null: whatever they are in. */
  departmentId: string | null
}

/** A chat as last heard of, from an answer or from the live stream. */
export interface Known {
  chat: Chat
  /** The `tick` as of which all this was so: when the stream told of it, or when the question was put. */
  asOf: number
  /** `chat.activeAt` in ms. */
  at: number
}

/** How many visitor messages of a chat this member has read. */
export interface Read {
  count: number
  /** The `tick` as of which it was so; answers to older questions do not count. Infinity: the server is being told. */
  asOf: number
}

/** A place in the order of lists: newest first, equal instants by id. */
export interface Place {
  /** ms */
  at: number
  id: string
}

export interface List {
  query: Query
  /** The `tick` of the question whose answer this is. */
  asOf: number
  load: 'loading' | 'ready' | 'error'
  /** With a search the server decides what matches; null without. */
  found: readonly string[] | null
  /** Everything down to this place has been loaded; null: everything there is. */
  floor: Place | null
  next: string | null
  /**
   * Ask again. 'counts': something happened that only the server can count. 'all': events may have been missed,
   * so the pages below the first are not to be trusted either.
   */
  stale: false | 'counts' | 'all'
}

export interface Earlier {
  id: string
  createdAt: string
  status: ChatStatus
}

export interface Thread {
  asOf: number
  load: 'loading' | 'ready' | 'error' | 'gone'
  /** Ascending by `seq`, each once. A gap is possible for a moment, while the stream catches up with an answer. */
  messages: readonly Message[]
  contact: Contact | null
  earlier: readonly Earlier[]
  /** Ask for the newest page again. */
  stale: boolean
}

/** Written here and not yet known to be on the server. */
export interface Sending {
  id: string
  chatId: string
  kind: 'message' | 'note'
  body: string
  at: string
  state: 'pending' | 'failed'
  /** Why it failed, as a sentence. */
  why: string | null
  /** No answer came: it is sent again by itself when the connection is back. */
  unanswered: boolean
}

/** An answer that has not come yet, shown as if it had. */
export interface OptimisticChange {
  id: number
  chatId: string
  change: Partial<Pick<Chat, 'status' | 'assignee' | 'department'>>
}

export interface InboxState {
  /** This member's id: decides what "mine" is. */
  me: string
  /** Counts what happened here: every live event, every question. See `ask`. */
  tick: number
  /** `tick` of the last resync: answers to older questions are void. */
  epoch: number
  chats: Readonly<Record<string, Known>>
  /** Chats that the stream took away, and when: an older answer must not bring them back. */
  gone: Readonly<Record<string, number>>
  /** Of chats that are known no longer, too: they may come back before the next answer. */
  read: Readonly<Record<string, Read>>
  /** Contacts that the stream renamed, and when: an older answer has the older name. */
  renamed: Readonly<Record<string, { name: string; heard: number }>>
  counts: ChatCounts | null
  /** `tick` when something last happened that changes the counts. */
  counted: number
  list: List
  threads: Readonly<Record<string, Thread>>
  sending: readonly Sending[]
  optimistic: readonly OptimisticChange[]
}

export const firstQuery: Query = { view: 'all', status: 'open', search: '', departmentId: null }

export function emptyInbox(me: string, query: Query = firstQuery): InboxState {
  return {
    me,
    tick: 0,
    epoch: 0,
    chats: {},
    gone: {},
    read: {},
    renamed: {},
    counts: null,
    counted: 0,
    list: freshList(query),
    threads: {},
    sending: [],
    optimistic: [],
  }
}

export function freshList(query: Query): List {
  return { query, asOf: 0, load: 'loading', found: null, floor: null, next: null, stale: 'all' }
}

export const freshThread: Thread = {
  asOf: 0,
  load: 'loading',
  messages: [],
  contact: null,
  earlier: [],
  stale: true,
}
