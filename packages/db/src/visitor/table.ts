import type { CreatedAt } from '../column.ts'

export interface VisitorTables {
  visitor: VisitorTable
}

/** A browser that holds a key to one contact's conversation. Only the hash of the secret is kept. */
export interface VisitorTable {
  account_id: string
  id: string
  contact_id: string
  chat_id: string
  secret_hash: string
  created_at: CreatedAt
}
