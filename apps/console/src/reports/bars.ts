import type { ReportDay } from '@rolecall/protocol'

/** What one bar stands for: a day, or seven of them. */
export interface Bar {
  from: string
  to: string
  chats: number
  answered: number
}

/** More days than these are drawn as weeks: thinner bars say nothing. */
const mostDays = 120

/** The bars of a chart. Weeks are counted back from the last day, so that only the first may be short. */
export function barsOf(days: readonly ReportDay[]): Bar[] {
  const size = days.length > mostDays ? 7 : 1
  const bars: Bar[] = []
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end)
    const [first] = part
    const last = part.at(-1)
    if (!first || !last) break
    const sum = (key: 'chats' | 'answered') => part.reduce((total, day) => total + day[key], 0)
    bars.push({ from: first.day, to: last.day, chats: sum('chats'), answered: sum('answered') })
  }
  return bars.toReversed()
}
