import { serverNow } from '@rolecall/ui'

/** First and last day of a report, YYYY-MM-DD, both included. */
export interface Range {
  from: string
  to: string
}

/** What the reader chose: the last so many days, or two dates of their own; and whose midnight divides the days. */
export type Choice = { timeZone: string } & ({ days: number } | { range: Range })

export const rangeOf = (choice: Choice, now?: Date): Range =>
  'days' in choice ? lastDays(choice.days, choice.timeZone, now) : choice.range

export const longest = 366

/** The last n days up to today, as the clock on that zone's wall says. */
export function lastDays(n: number, timeZone: string, now: Date = new Date(serverNow())): Range {
  const to = dayIn(timeZone, now)
  return { from: addDays(to, 1 - n), to }
}

/** Today's date in a time zone (IANA name). */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Calendar arithmetic, so no zone's clock change can lose or double a day. */
export function addDays(day: string, n: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + n)
  return date.toISOString().slice(0, 10)
}

/** How many days, both ends included; not positive when they are the wrong way round. */
export const daysIn = ({ from, to }: Range): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1

/** Why this range cannot be asked, or null. */
export function wrongRange(range: Range): 'order' | 'long' | 'day' | null {
  const days = daysIn(range)
  if (Number.isNaN(days)) return 'day'
  if (days < 1) return 'order'
  return days > longest ? 'long' : null
}

/** "3 Nov" for a YYYY-MM-DD that already is in its zone. */
export const dayLabel = (day: string, weekday = false): string =>
  new Intl.DateTimeFormat(undefined, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(weekday && { weekday: 'short' }),
  }).format(new Date(`${day}T00:00:00Z`))
