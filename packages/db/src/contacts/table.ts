import type { Generated } from 'kysely'
import type { CreatedAt, Instant, Json } from '../column.ts'

export interface ContactsTables {
  contact: ContactTable
}

export interface ContactTable {
  account_id: string
  id: string
  name: string
  email: string | null
  phone: string | null
  ip: string | null
  data: Json<Record<string, string>>
  tags: Generated<string[]>
  page: string | null
  device: string | null
  created_at: CreatedAt
  last_seen_at: Instant
}
