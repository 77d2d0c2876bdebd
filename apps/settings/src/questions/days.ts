import { serverNow } from '@rolecall/ui'

/** A day as a date field has it, in the reader's own time: so many before today. */
export function daysAgo(days: number, now: number = serverNow()): string {
  const date = new Date(now)
  date.setDate(date.getDate() - days)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The end of such a day, or now if it is today; null: it is no day. */
export function endOf(day: string, now: number = serverNow()): string | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (!found) return null
  const end = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + 1).getTime()
  return Number.isNaN(end) ? null : new Date(Math.min(end, now)).toISOString()
}
