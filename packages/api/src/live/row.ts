/** One row of the outbox (packages/db `event`), as the hub reads it or is handed it after a commit. */
export interface OutboxRow {
  /** Dense within the account, in commit order. */
  id: number
  type: string
  chat_id: string | null
  member_id: string | null
  assignee_id: string | null
  department_id: string | null
  was_assignee_id: string | null
  was_department_id: string | null
  moved: boolean
  /** The LiveEvent, ready to send. */
  data: unknown
}

/** Where a chat stands: what scopes are asked about. */
export interface Standing {
  assigneeId: string | null
  departmentId: string | null
}

export const standsAt = (row: OutboxRow): Standing => ({
  assigneeId: row.assignee_id,
  departmentId: row.department_id,
})

export const stoodAt = (row: OutboxRow): Standing => ({
  assigneeId: row.was_assignee_id,
  departmentId: row.was_department_id,
})
