import { filtersOf } from '../data/filters.ts'

/** Days are the reader's own. */
export const historyFilters = filtersOf('search', 'action', 'who', 'whom', 'about', 'from', 'to')

export type HistoryFilters = ReturnType<typeof historyFilters.read>

/** As the server takes them: instants, the whole last day included. What is no day is no filter. */
export function inputOf({ search, action, who, whom, about, from, to }: HistoryFilters) {
  const start = instant(from)
  const end = instant(to, 1)
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(/^[A-Za-z]+\.$/.test(action) && { action }),
    ...(isId(who) && { actorId: who }),
    ...(isId(whom) && { subjectId: whom }),
    ...(isId(about) && { aboutId: about }),
    ...(start && { from: start }),
    ...(end && { to: end }),
  }
}

function instant(day: string, add = 0): string | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (!found) return null
  const at = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + add)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
