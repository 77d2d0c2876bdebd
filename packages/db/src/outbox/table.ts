import type { Generated } from 'kysely'
import type { CreatedAt, Json } from '../column.ts'

export interface OutboxTables {
  clock: ClockTable
  event: EventTable
  event_cursor: EventCursorTable
}

/** One hot little row per account: the id of its newest event. Updating it is what puts an account's commits in order. */
export interface ClockTable {
  account_id: string
  /** Events are dense from 1, in commit order. */
  now: Generated<number>
}

/** The outbox: what live streams resume from. Written in the transaction of the change it tells of. */
export interface EventTable {
  account_id: string
  /** clock.now after the change: dense, in commit order. */
  id: number
  /** 'message' 'chat' 'chat.gone' 'contact' 'contact.gone' 'switches' 'news' 'session' */
  type: string
  chat_id: string | null
  /** With type 'session': whose rights changed (null: everyone's). */
  member_id: string | null
  /** Where the chat stands after the change (both null with chat_id set: unassigned). */
  assignee_id: string | null
  department_id: string | null
  /** Where it stood before, when that changed: streams that lose it get 'chat.gone'. */
  was_assignee_id: string | null
  was_department_id: string | null
  moved: Generated<boolean>
  /** The LiveEvent (packages/protocol), ready to send. */
  data: Json<unknown>
  at: CreatedAt
}

/** How far a reader that follows the outbox has read it; what comes after is not forgotten. */
export interface EventCursorTable {
  account_id: string
  /** Who follows, e.g. the webhooks. */
  reader: string
  /** The newest event that they have dealt with. */
  after: number
}
