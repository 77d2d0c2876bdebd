import type { Generated } from 'kysely'
import type { ExtraRow } from '../actor/row.ts'
import type { CreatedAt, Instant, Json } from '../column.ts'

export interface RolesTables {
  role: RoleTable
  role_version: RoleVersionTable
  role_preview: RolePreviewTable
}

export interface RoleTable {
  account_id: string
  id: string
  /** Unique within the account, also case-insensitively. */
  name: string
  /** Made of the name by the database: alike for names that look alike, and there once in the account. */
  name_key: Generated<string>
  /** Over 0: its name was like another's before names had keys. */
  name_tie: Generated<number>
  /** A default role's name ('Administrator' …): its permissions come from the code, never from this row. null: custom. */
  preset: string | null
  /** Custom roles only: ticked permissions, by name. */
  permissions: Generated<string[]>
  /** Custom roles only: sections with Full Access, which also cover what the section gains later. */
  full_sections: Generated<string[]>
  chat_scope: Generated<'all' | 'departments' | 'mine'>
  unassigned: Generated<boolean>
  version: Generated<number>
  /** What it is for, in words. */
  description: Generated<string>
  /** When it was chosen to stay open where the plan locks others; null: never. */
  kept_at: Instant | null
  created_at: CreatedAt
}

/** A role as it was after each change: version 1 is how it was made. Append-only; outlives the role. */
export interface RoleVersionTable {
  account_id: string
  role_id: string
  version: number
  name: string
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
  /** Member id; null: the operator. */
  by_id: string | null
  by_name: string
  at: CreatedAt
}

/** A role, saved or not, or a member as they are now, that a member looks at the console through. */
export interface RolePreviewTable {
  account_id: string
  id: string
  member_id: string
  name: string
  preset: string | null
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
  /** In which departments; null: in those of whoever looks. */
  department_ids: string[] | null
  /** What the member has beside the role. */
  extra: Json<ExtraRow[]> | null
  /** As whom, in words; null: the role's name. */
  label: string | null
  expires_at: Instant
  created_at: CreatedAt
}
