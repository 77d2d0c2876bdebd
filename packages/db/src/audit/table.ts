import type { Generated } from 'kysely'
import type { CreatedAt, Json } from '../column.ts'

export interface AuditTables {
  audit: AuditTable
  audit_name: AuditNameTable
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
