import type { NewEvent } from '@rolecall/db'

/** Tells the open pages that they show something old. A feature declares the kind, and who is told of it. */
export const news = (kind: string): NewEvent => ({ type: 'news', data: { type: 'news', kind } })

/** Tells whose rights, or whose own page, changed; null: everybody's. */
export const sessionOf = (member_id: string | null): NewEvent => ({
  type: 'session',
  member_id,
  data: { type: 'session' },
})
