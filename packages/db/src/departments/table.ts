import type { CreatedAt } from '../column.ts'

export interface DepartmentsTables {
  department: DepartmentTable
  department_member: DepartmentMemberTable
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
