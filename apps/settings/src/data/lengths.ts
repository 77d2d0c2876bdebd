import { serverNow } from '@rolecall/ui'

/** How long access is given for. */
export const lengths = ['hour', 'day', 'days', 'week', 'ever'] as const
export type Length = (typeof lengths)[number]

const hours: Record<Exclude<Length, 'ever'>, number> = { hour: 1, day: 24, days: 72, week: 168 }

/** When it ends, as the server takes it; null: it does not. */
export const untilOf = (length: Length, now: number = serverNow()): string | null =>
  length === 'ever' ? null : new Date(now + hours[length] * 3_600_000).toISOString()
