import type { RoleChoice } from '@rolecall/protocol'
import { api, SearchField, Select, useQuery } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { type MemberFilters, orders as ways } from './member-filters.ts'
import { words } from './words.ts'

const orders = Object.keys(ways) as (keyof typeof ways)[]

/** Search and filters in one line, or two where one has no room; each change is in the address at once. */
export function FilterBar({
  filters,
  roles,
  set,
}: {
  filters: MemberFilters
  roles: readonly RoleChoice[]
  set: (change: Partial<MemberFilters>) => void
}) {
  const departments = useQuery('departments', (signal) => api.departments.list.query(undefined, { signal }))
  useNews(['departments'], departments.reload)
  const any = (label: string) => ({ value: '', label })
  return (
    <div class="filter-bar" role="group" aria-label={words.filters}>
      <SearchField
        label={words.search}
        value={filters.search}
        clearLabel={words.clear}
        onInput={(search) => set({ search })}
      />
      <div class="filter-fields">
        <Select
          label={words.role}
          hideLabel
          value={filters.role}
          options={[any(words.anyRole), ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(role) => set({ role })}
        />
        <Select
          label={words.department}
          hideLabel
          value={filters.department}
          options={[
            any(words.anyDepartment),
            ...(departments.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(department) => set({ department })}
        />
        <Select
          label={words.status}
          hideLabel
          value={filters.status}
          options={[
            any(words.anyStatus),
            { value: 'active', label: words.statuses.active },
            { value: 'deactivated', label: words.statuses.deactivated },
          ]}
          onChange={(status) => set({ status })}
        />
        <Select
          label={words.sort}
          hideLabel
          value={filters.sort}
          options={[
            { value: '', label: words.orders.name },
            ...orders.map((value) => ({ value, label: words.orders[value] })),
          ]}
          onChange={(sort) => set({ sort })}
        />
      </div>
    </div>
  )
}
