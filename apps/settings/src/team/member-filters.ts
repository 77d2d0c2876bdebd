import { filtersOf } from '../data/filters.ts'

export const memberFilters = filtersOf('search', 'role', 'department', 'status')

export type MemberFilters = ReturnType<typeof memberFilters.read>

const statuses = ['active', 'deactivated'] as const

/** As the server takes them. What is no id or no status is no filter. */
export function inputOf({ search, role, department, status }: MemberFilters) {
  const known = statuses.find((one) => one === status)
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(isId(role) && { roleId: role }),
    ...(isId(department) && { departmentId: department }),
    ...(known && { status: known }),
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
