import type { Message } from '@rolecall/protocol'
import type { Unsent } from './memory.ts'

/** A message as the panel shows it. */
export interface Line {
  id: string
  body: string
  at: string
  mine: boolean
  /** First name of the member who wrote it; empty for the visitor's own. */
  name: string
  /** Null until the server has it. */
  seq: number | null
  state: 'sending' | 'sent' | 'failed'
}

/** Puts what the server has into the list: once per id, in the server's order, before what it does not have yet. */
export function merge(lines: readonly Line[], messages: readonly Message[]): Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  for (const message of messages) {
    if (message.kind !== 'message') continue
    const mine = message.author.kind === 'visitor'
    byId.set(message.id, {
      id: message.id,
      body: message.body,
      at: message.at,
      mine,
      name: mine ? '' : message.author.name,
      seq: message.seq,
      state: 'sent',
    })
  }
  // Stable: unsent lines stay in the order in which they were written.
  return [...byId.values()].toSorted((a, b) => (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER))
}

/** Adds a message that was just written, or marks one again. */
export function mark(lines: readonly Line[], { id, body, at }: Unsent, state: 'sending' | 'failed'): Line[] {
  const known = lines.find((line) => line.id === id)
  if (known) return lines.map((line) => (line.id === id && line.seq === null ? { ...line, state } : line))
  return [...lines, { id, body, at, mine: true, name: '', seq: null, state }]
}

/** Messages of the team that the visitor has not seen. */
export const unread = (lines: readonly Line[], seen: number): number =>
  lines.filter((line) => !line.mine && (line.seq ?? 0) > seen).length

export const lastSeq = (lines: readonly Line[]): number => Math.max(0, ...lines.map((line) => line.seq ?? 0))

/** An answer shows that what came before it was read; nothing else does. */
export const answered = (lines: readonly Line[], line: Line): boolean =>
  line.seq !== null && lines.some((other) => !other.mine && (other.seq ?? 0) > (line.seq ?? 0))
