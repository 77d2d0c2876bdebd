import type { Generated } from 'kysely'
import type { CreatedAt, Json } from '../column.ts'

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

export interface AuditTable {
  account_id: string
  id: Generated<string>
  /** Member, 'operator' (command line) or 'system'. */
  actor_kind: 'member' | 'operator' | 'system'
  actor_id: string | null
  actor_name: string
  /** The procedure: 'team.setRole', 'inbox.delete', … */
  action: string
  /** What it was done to, e.g. 'member', 'chat'. */
  subject_kind: string
  subject_id: string | null
  /** Before and after, in short. Never message bodies or secrets. */
  detail: Json<unknown>
  at: CreatedAt
}
