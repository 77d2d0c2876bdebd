import { Button, Field, SearchField, Select } from '@rolecall/ui'
import type { HistoryFilters } from './history-filters.ts'
import { PickName } from './pick-name.tsx'
import { words } from './words.ts'

/** Who, what, to whom, when; and words. `names`: of those that an address narrows by. */
export function FilterBar({ filters, names, set }: Props) {
  return (
    <div class="filter-line" role="group" aria-label={words.filters}>
      <SearchField
        label={words.search}
        value={filters.search}
        clearLabel={words.clear}
        onInput={(search) => set({ search })}
      />
      {filters.about ? (
        <Button icon="close" onClick={() => set({ about: '' })}>
          {words.about(names.get(filters.about) ?? words.chosen)}
        </Button>
      ) : (
        <>
          <PickName
            label={words.who}
            value={filters.who}
            name={names.get(filters.who)}
            kinds={['member']}
            onChange={(who) => set({ who })}
          />
          <PickName
            label={words.whom}
            value={filters.whom}
            name={names.get(filters.whom)}
            kinds={['member', 'role', 'department']}
            onChange={(whom) => set({ whom })}
          />
        </>
      )}
      <Select
        label={words.kind}
        hideLabel
        value={filters.action}
        options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
        onChange={(action) => set({ action })}
      />
      <div class="filter-days">
        <Field label={words.from} hideLabel type="date" value={filters.from} onInput={(from) => set({ from })} />
        <span aria-hidden="true">–</span>
        <Field label={words.to} hideLabel type="date" value={filters.to} onInput={(to) => set({ to })} />
      </div>
    </div>
  )
}

interface Props {
  filters: HistoryFilters
  names: ReadonlyMap<string, string>
  set: (change: Partial<HistoryFilters>) => void
}
