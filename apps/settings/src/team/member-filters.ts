import { filtersOf } from '../data/filters.ts'

export const memberFilters = filtersOf('search', 'role', 'department', 'status', 'sort')

export type MemberFilters = ReturnType<typeof memberFilters.read>

/** Orders that people ask for, as the address names them, and as the server takes them. */
export const orders = {
  role: { sort: 'role' },
  newest: { sort: 'since', descending: true },
  active: { sort: 'seen', descending: true },
  idle: { sort: 'seen' },
} as const

const isOrder = (text: string): text is keyof typeof orders => Object.hasOwn(orders, text)

const statuses = ['active', 'deactivated'] as const

/** As the server takes them. What is no id or no status is no filter. */
export function inputOf({ search, role, department, status, sort }: MemberFilters) {
  const known = statuses.find((one) => one === status)
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(isId(role) && { roleId: role }),
    ...(isId(department) && { departmentId: department }),
    ...(known && { status: known }),
    ...(isOrder(sort) && orders[sort]),
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
