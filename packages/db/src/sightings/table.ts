import type { Instant } from '../column.ts'

export interface SightingsTables {
  presence: PresenceTable
  widget_page: WidgetPageTable
}

/** When a member who may answer last had a page of ours open, to half a minute. */
export interface PresenceTable {
  account_id: string
  member_id: string
  seen_at: Instant
}

/** That the widget stands on a page, to some minutes; one row per account. */
export interface WidgetPageTable {
  account_id: string
  first_at: Instant
  last_at: Instant
  /** The last one: origin and path, as far as the browser tells them. */
  page: string
}
