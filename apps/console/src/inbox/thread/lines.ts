import type { Message } from '@rolecall/protocol'
import type { Sending } from '../state/state.ts'

/** One message of a group, on the server or on its way there. */
export interface Bubble {
  id: string
  body: string
  at: string
  /** null: not on the server yet. */
  seq: number | null
  sending: Sending | null
}

/** What the log shows, from top to bottom. */
export type Line =
  | { type: 'day'; key: string; at: string }
  | { type: 'unread'; key: string }
  | { type: 'event'; key: string; body: string; at: string }
  | { type: 'group'; key: string; side: 'theirs' | 'ours' | 'note'; author: Message['author']; bubbles: Bubble[] }

/** Messages of one author stand together while less than this lies between them (ms). */
const pause = 5 * 60_000

/**
 * Lays out a thread: a line for each day, neighbours of one author in one group, what is being sent last.
 * `firstUnreadSeq`: the message before which the line "New" stands, see `firstUnread`.
 */
export function layOut(
  messages: readonly Message[],
  sending: readonly Sending[],
  me: Message['author'],
  firstUnreadSeq: number | null,
): Line[] {
  const lines: Line[] = []
  for (const message of messages) {
    if (message.seq === firstUnreadSeq) lines.push({ type: 'unread', key: 'unread' })
    const { id, body, at, seq, author, kind } = message
    add(lines, { id, body, at, seq, sending: null }, author, kind)
  }
  for (const one of sending)
    add(lines, { id: one.id, body: one.body, at: one.at, seq: null, sending: one }, me, one.kind)
  return lines
}

function add(lines: Line[], bubble: Bubble, author: Message['author'], kind: Message['kind']): void {
  const last = lines.at(-1)
  const lastAt = lines.findLast((line) => line.type !== 'unread' && line.type !== 'day')
  if (!lastAt || dayOf(endOf(lastAt)) !== dayOf(bubble.at)) {
    lines.splice(last?.type === 'unread' ? -1 : lines.length, 0, {
      type: 'day',
      key: `day ${bubble.id}`,
      at: bubble.at,
    })
  }
  const before = lines.at(-1)
  if (kind === 'event') {
    lines.push({ type: 'event', key: bubble.id, body: bubble.body, at: bubble.at })
    return
  }
  const side = kind === 'note' ? 'note' : author.kind === 'visitor' ? 'theirs' : 'ours'
  const joins =
    before?.type === 'group' &&
    before.side === side &&
    before.author.id === author.id &&
    Date.parse(bubble.at) - Date.parse(endOf(before)) < pause
  if (joins) before.bubbles.push(bubble)
  else lines.push({ type: 'group', key: bubble.id, side, author, bubbles: [bubble] })
}

function endOf(line: Exclude<Line, { type: 'day' | 'unread' }>): string {
  return line.type === 'group' ? (line.bubbles.at(-1)?.at ?? '') : line.at
}

/** The day as the reader's own clock has it. */
function dayOf(iso: string): string {
  return new Date(iso).toDateString()
}
