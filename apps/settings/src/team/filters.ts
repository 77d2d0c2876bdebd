/** What the list is narrowed by; it stands in the address, so that a list can be passed on. */
export interface Filters {
  search: string
  role: string
  department: string
  status: string
}

const statuses = ['active', 'deactivated'] as const
const keys = ['search', 'role', 'department', 'status'] as const

export const filtersIn = (query: Record<string, string>): Filters => ({
  search: query.search ?? '',
  role: query.role ?? '',
  department: query.department ?? '',
  status: query.status ?? '',
})

/** The address of the list with these filters. */
export function addressOf(path: string, filters: Filters): string {
  const query = new URLSearchParams(keys.flatMap((key) => (filters[key] ? [[key, filters[key]]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}

export const isNarrowed = (filters: Filters): boolean => keys.some((key) => filters[key] !== '')

/** As the server takes them. What is no id or no status is no filter. */
export function inputOf({ search, role, department, status }: Filters) {
  const known = statuses.find((one) => one === status)
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(isId(role) && { roleId: role }),
    ...(isId(department) && { departmentId: department }),
    ...(known && { status: known }),
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
