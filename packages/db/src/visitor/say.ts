import type { LiveEvent, Message } from '@rolecall/protocol'
import { type Kysely, sql } from 'kysely'
import type { EventRow } from '../outbox/emit.ts'
import type { Tables } from '../tables.ts'

export interface Saying {
  accountId: string
  /** sha256 hex of the visitor's whole secret. */
  secretHash: string
  /** Made by the visitor's browser; a retry carries the same one. */
  id: string
  /** At most 10,000 characters. */
  body: string
}

export type Said =
  | { outcome: 'said'; message: Message; shown: number; event: EventRow }
  /** A retry: the message is the stored one, and there is nothing new to tell. */
  | { outcome: 'existed'; message: Message; shown: number }
  /** No such secret in that account. */
  | { outcome: 'unknown' }
  /** The id belongs to another message, or to other words of theirs. */
  | { outcome: 'taken' }

/**
 * A visitor's message, from secret to outbox in one statement, so it needs no transaction around it. It gets the next
 * dense seq of its chat, reopens the chat where closed, and is told by one event. On 'said' offer the event to the hub.
 */
export async function visitorSay(db: Kysely<Tables>, saying: Saying): Promise<Said> {
  const { rows } = await sql<SayRow>`select * from visitor_say(
    ${saying.accountId}::uuid, ${saying.secretHash}, ${saying.id}::uuid, ${saying.body})`.execute(db)
  const [row] = rows
  if (!row) throw new Error('visitor_say answered nothing')
  const { outcome, existing, shown, ...event } = row
  if (outcome === 'said') return { outcome, message: event.data.message, shown, event }
  return outcome === 'existed' ? { outcome, message: existing, shown } : { outcome }
}

interface SayRow extends EventRow {
  outcome: Said['outcome']
  existing: Message
  /** The message's number among what the visitor sees. */
  shown: number
  data: Extract<LiveEvent, { type: 'message' }>
}
