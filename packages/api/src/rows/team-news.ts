import type { NewEvent } from '@rolecall/db'
import type { LiveEvent } from '@rolecall/protocol'

/** Tells the open settings that they show something old. */
export const teamNews = (what: Extract<LiveEvent, { type: 'team' }>['what']): NewEvent => ({
  type: 'team',
  data: { type: 'team', what },
})

export const sessionOf = (member_id: string | null): NewEvent => ({
  type: 'session',
  member_id,
  data: { type: 'session' },
})
