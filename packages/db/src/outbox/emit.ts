import type { LiveEvent } from '@rolecall/protocol'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { EventTable } from './table.ts'

/** An event to be told; see EventTable for what each column means. */
export interface NewEvent {
  type: Exclude<LiveEvent['type'], 'resync'>
  chat_id?: string | null
  member_id?: string | null
  assignee_id?: string | null
  department_id?: string | null
  was_assignee_id?: string | null
  was_department_id?: string | null
  moved?: boolean
  /** As streams send it. */
  data: LiveEvent
}

/** A row of the outbox. */
export interface EventRow {
  id: number
  type: EventTable['type']
  chat_id: string | null
  member_id: string | null
  assignee_id: string | null
  department_id: string | null
  was_assignee_id: string | null
  was_department_id: string | null
  moved: boolean
  data: LiveEvent
  at: Date
}

/**
 * Writes events into the account's outbox, in the order given, with the next dense ids. The account must be entered.
 * The account's commits queue behind this row until the transaction ends: emit once, as its last step.
 */
export async function emit(tx: Kysely<Tables>, accountId: string, events: readonly NewEvent[]): Promise<EventRow[]> {
  if (events.length === 0) return []
  const { rows } = await sql<EventRow>`
    select * from emit(${accountId}::uuid, ${JSON.stringify(events)}::jsonb)`.execute(tx)
  return rows
}
