/** What the history is narrowed by; it stands in the address. Days are the reader's own. */
export interface Filters {
  search: string
  action: string
  from: string
  to: string
}

const keys = ['search', 'action', 'from', 'to'] as const

export const filtersIn = (query: Record<string, string>): Filters => ({
  search: query.search ?? '',
  action: query.action ?? '',
  from: query.from ?? '',
  to: query.to ?? '',
})

export const queryOf = (filters: Partial<Filters>): string =>
  new URLSearchParams(keys.flatMap((key) => (filters[key] ? [[key, filters[key] ?? '']] : []))).toString()

export const isNarrowed = (filters: Filters): boolean => keys.some((key) => filters[key] !== '')

/** As the server takes them: instants, the whole last day included. What is no day is no filter. */
export function inputOf({ search, action, from, to }: Filters) {
  const start = instant(from)
  const end = instant(to, 1)
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(/^[A-Za-z]+\.$/.test(action) && { action }),
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
