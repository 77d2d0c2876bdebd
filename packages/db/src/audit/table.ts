import type { Generated } from 'kysely'
import type { CreatedAt, Json } from '../column.ts'

export interface AuditTables {
  audit: AuditTable
  audit_name: AuditNameTable
  member_record: MemberRecordTable
  chat_record: ChatRecordTable
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
  /** Where it came from: the caller's address, and the API token by its id and the name it had; null: neither. */
  ip: string | null
  token_id: string | null
  token_name: string | null
  at: CreatedAt
}

/** What an entry names, as it was called then. It outlives what it names. */
export interface AuditNameTable {
  account_id: string
  audit_id: string
  /** Where the sentence has it: a key of the entry's detail. */
  key: string
  /** 'member', 'role', 'department', 'contact', … */
  kind: string
  id: string
  /** null: a contact who was erased, or what no sentence names. */
  name: string | null
}

/** What a member held from then on. Written by the database itself; outlives the member. */
export interface MemberRecordTable {
  account_id: string
  id: Generated<number>
  member_id: string
  name: string
  /** null: they left. */
  role_id: string | null
  active: boolean
  department_ids: string[]
  at: CreatedAt
}

/** Where a chat stood from then on. Written by the database itself; goes with the chat. */
export interface ChatRecordTable {
  account_id: string
  id: Generated<number>
  chat_id: string
  assignee_id: string | null
  department_id: string | null
  at: CreatedAt
}
