import type { Chat, ChatRow, LiveEvent, Message } from '@rolecall/protocol'
import type { AskedList, ListAnswer } from './list.ts'
import { matches } from './match.ts'
import type { Query } from './state.ts'
import type { ThreadAnswer } from './thread.ts'

interface Stored {
  chat: Chat
  messages: Message[]
}

/** A server small enough to be believed, for the tests beside this file: it is right by construction. */
export class Model {
  readonly chats = new Map<string, Stored>()
  readonly read = new Map<string, number>()
  readonly log: LiveEvent[] = []
  readonly departments = [
    { id: 'care', name: 'Care' },
    { id: 'sales', name: 'Sales' },
  ]
  readonly me: string
  #clock = Date.parse('2026-01-01T00:00:00Z')
  #ids = 0

  constructor(me: string) {
    this.me = me
  }

  start(): string {
    const id = this.#id()
    const at = this.#now()
    const chat: Chat = {
      id,
      contact: { id: `contact of ${id}`, name: `Guest ${id}` },
      status: 'open',
      assignee: null,
      department: null,
      lastSeq: 0,
      visitorCount: 0,
      preview: null,
      seenSeq: 0,
      createdAt: at,
      activeAt: at,
    }
    this.chats.set(id, { chat, messages: [] })
    this.say(id, 'visitor', this.#id())
    return id
  }

  /** Sending one id twice stores one message, as the real server does. */
  say(chatId: string, kind: 'visitor' | 'member' | 'note' | 'event', id = this.#id()): Message | null {
    const stored = this.chats.get(chatId)
    if (!stored) return null
    const before = stored.messages.find((message) => message.id === id)
    if (before) return before
    const at = this.#now()
    const author = { kind: kind === 'visitor' ? ('visitor' as const) : ('member' as const), id: kind, name: kind }
    const seq = stored.chat.lastSeq + 1
    const message: Message = {
      id,
      chatId,
      seq,
      author,
      kind: kind === 'note' || kind === 'event' ? kind : 'message',
      body: id,
      at,
    }
    const { chat } = stored
    stored.messages.push(message)
    stored.chat = {
      ...chat,
      lastSeq: seq,
      visitorCount: chat.visitorCount + Number(kind === 'visitor'),
      preview: message.kind === 'message' ? { author, body: message.body, at } : chat.preview,
      activeAt: kind === 'event' ? chat.activeAt : at,
    }
    this.log.push({ type: 'message', chat: stored.chat, message })
    return message
  }

  alter(chatId: string, change: Partial<Pick<Chat, 'status' | 'assignee' | 'department' | 'seenSeq'>>): Chat | null {
    const stored = this.chats.get(chatId)
    if (!stored) return null
    stored.chat = { ...stored.chat, ...change }
    this.log.push({ type: 'chat', chat: stored.chat })
    if (!('seenSeq' in change)) this.say(chatId, 'event')
    return stored.chat
  }

  rename(chatId: string, name: string): void {
    const stored = this.chats.get(chatId)
    if (!stored) return
    const contact = { id: stored.chat.contact.id, name }
    stored.chat = { ...stored.chat, contact }
    this.log.push({ type: 'contact', contactId: contact.id, name })
  }

  remove(chatId: string): void {
    if (this.chats.delete(chatId)) this.log.push({ type: 'chat.gone', chatId })
  }

  list({ query, cursor }: Pick<AskedList, 'query' | 'cursor'>, limit: number): ListAnswer {
    const wanted = this.rows(query)
    const from = cursor === null ? 0 : wanted.findIndex((row) => below(row, cursor))
    const rows = from < 0 ? [] : wanted.slice(from, from + limit)
    const last = rows.at(-1)
    const next = last && from + limit < wanted.length ? `${Date.parse(last.activeAt)}_${last.id}` : null
    return { rows, next, counts: this.counts(query) }
  }

  counts({ status }: Query): ListAnswer['counts'] {
    const count = (view: Query['view'], departmentId: string | null = null) =>
      this.rows({ view, status, search: '', departmentId }).length
    const departments = this.departments.map((one) => ({ ...one, count: count('all', one.id) }))
    return { mine: count('mine'), unassigned: count('unassigned'), all: count('all'), departments }
  }

  rows(query: Query): ChatRow[] {
    return [...this.chats.values()]
      .filter(({ chat }) => matches(query, chat, this.me) && chat.id.includes(query.search))
      .toSorted((a, b) => Date.parse(b.chat.activeAt) - Date.parse(a.chat.activeAt) || (a.chat.id < b.chat.id ? 1 : -1))
      .map(({ chat }) => this.row(chat))
  }

  row(chat: Chat): ChatRow {
    return { ...chat, unread: chat.visitorCount - (this.read.get(chat.id) ?? 0) }
  }

  thread(chatId: string, limit: number, before = Number.POSITIVE_INFINITY): ThreadAnswer | null {
    const stored = this.chats.get(chatId)
    if (!stored) return null
    const older = stored.messages.filter((message) => message.seq < before)
    return {
      chat: this.row(stored.chat),
      contact: null,
      messages: older.slice(-limit),
      more: older.length > limit,
      earlier: [],
    }
  }

  #id(): string {
    this.#ids += 1
    return `id${String(this.#ids).padStart(5, '0')}`
  }

  /** Slow enough that some instants are equal. */
  #now(): string {
    this.#clock += this.#ids % 3 === 0 ? 0 : 1
    return new Date(this.#clock).toISOString()
  }
}

function below(row: ChatRow, cursor: string): boolean {
  const [at, id] = cursor.split('_')
  const rowAt = Date.parse(row.activeAt)
  return rowAt < Number(at) || (rowAt === Number(at) && row.id < (id ?? ''))
}
