export type ChatStatus = 'open' | 'closed'
export type ChatView = 'mine' | 'unassigned' | 'all'

/** A chat as every member sees it (no per-member state; safe to send to each stream whose scope covers it). */
export interface Chat {
  id: string
  contact: { id: string; name: string }
  status: ChatStatus
  assignee: { id: string; name: string } | null
  /** What it waits for. Where the department or the assignee is gone, their name says so. */
  department: { id: string; name: string } | null
  /** Number of messages so far; a message's `seq` is dense from 1. */
  lastSeq: number
  /** Visitor messages so far. Minus how many of them a member has read: unread (`inbox.read` takes such a count). */
  visitorCount: number
  /** Newest message that the visitor can see too; notes are left out. */
  preview: { author: Author; body: string; at: string } | null
  /** Highest `seq` that the visitor has seen. */
  seenSeq: number
  createdAt: string
  /** ISO time of the newest message; lists are ordered by it. */
  activeAt: string
}

/** A row of the inbox: a chat and how many visitor messages this member has not read. */
export interface ChatRow extends Chat {
  unread: number
}

export interface ChatCounts {
  mine: number
  unassigned: number
  all: number
  /** Of each department whose chats this member may see, by name. */
  departments: DepartmentCount[]
}

export interface DepartmentCount {
  id: string
  name: string
  count: number
}

export interface Author {
  kind: 'visitor' | 'member' | 'system'
  /** Member or contact id; null for the system. */
  id: string | null
  name: string
}

export interface Message {
  /** Made by the client (UUID), so that a retry is the same message. */
  id: string
  chatId: string
  /** Dense within the chat, from 1. */
  seq: number
  author: Author
  /** `note` is for the team only; `event` is a line such as "Ana closed the chat". */
  kind: 'message' | 'note' | 'event'
  body: string
  at: string
}
