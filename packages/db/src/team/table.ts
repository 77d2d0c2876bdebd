import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface RoleTable {
  account_id: string
  id: string
  /** Unique within the account, also case-insensitively. */
  name: string
  /** A default role's name ('Administrator' …): its permissions come from the code, never from this row. null: custom. */
  preset: string | null
  /** Custom roles only: ticked permissions, by name. */
  permissions: Generated<string[]>
  /** Custom roles only: sections with Full Access, which also cover what the section gains later. */
  full_sections: Generated<string[]>
  chat_scope: Generated<'all' | 'departments' | 'mine'>
  unassigned: Generated<boolean>
  version: Generated<number>
  created_at: CreatedAt
}

export interface MemberTable {
  account_id: string
  id: string
  user_id: string
  role_id: string
  status: Generated<'active' | 'deactivated'>
  /** Not named to visitors. */
  hidden: Generated<boolean>
  created_at: CreatedAt
}

export interface DepartmentTable {
  account_id: string
  id: string
  name: string
  created_at: CreatedAt
}

export interface DepartmentMemberTable {
  account_id: string
  department_id: string
  member_id: string
}

export interface ApiTokenTable {
  account_id: string
  id: string
  member_id: string
  name: string
  token_hash: string
  /** First characters, to recognise it by. */
  hint: string
  permissions: string[]
  expires_at: Instant | null
  last_used_at: Instant | null
  created_at: CreatedAt
}
