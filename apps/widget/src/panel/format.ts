import { serverNow } from './call.ts'
import type { Line } from './thread.ts'

/** Lines by one author within five minutes of each other, on one day: shown as one block with one time. */
export interface Block {
  lines: Line[]
  /** Set on the first block of a day. */
  day: string | null
}

const near = 5 * 60_000

export function blocks(lines: readonly Line[], language: string, now = serverNow()): Block[] {
  const found: Block[] = []
  let last: Line | undefined
  for (const line of lines) {
    const newDay = !last || dayOf(last.at) !== dayOf(line.at)
    const same =
      last && last.mine === line.mine && last.name === line.name && Date.parse(line.at) - Date.parse(last.at) < near
    if (same && !newDay) found.at(-1)?.lines.push(line)
    else found.push({ lines: [line], day: newDay ? dayName(line.at, language, now) : null })
    last = line
  }
  return found
}

const dayOf = (at: string) => new Date(at).toDateString()

/** "Today", "Yesterday", else the date; the year only when it is another one. */
export function dayName(at: string, language: string, now = serverNow()): string {
  const date = new Date(at)
  const midnight = (of: Date) => Date.UTC(of.getFullYear(), of.getMonth(), of.getDate())
  const days = (midnight(date) - midnight(now)) / 86_400_000
  if (days === 0 || days === -1) {
    const name = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  }
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year }).format(date)
}

export const timeOf = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(new Date(at))

/** First letters to stand for a face. */
export const initial = (name: string): string => (Array.from(name.trim())[0] ?? '').toLocaleUpperCase()
