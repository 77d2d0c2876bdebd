import type { Generated } from 'kysely'
import type { CreatedAt } from '../column.ts'

export interface DepartmentsTables {
  department: DepartmentTable
  department_member: DepartmentMemberTable
}

export interface DepartmentTable {
  account_id: string
  id: string
  name: string
  /** As a role's. */
  name_key: Generated<string>
  name_tie: Generated<number>
  /** Parts of addresses: a chat that begins on such a page waits here. */
  pages: Generated<string[]>
  created_at: CreatedAt
}

export interface DepartmentMemberTable {
  account_id: string
  department_id: string
  member_id: string
}
