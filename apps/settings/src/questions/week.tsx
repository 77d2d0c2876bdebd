import { useLocation } from 'preact-iso'
import { historyFilters } from '../audit/history-filters.ts'
import { paths } from '../paths.ts'
import { daysAgo } from './days.ts'
import { PickMember } from './pick-member.tsx'

/** Everything a person did in a week: the history has it. */
export function Week() {
  const { route } = useLocation()
  const show = (who: string) => {
    if (who !== '') route(historyFilters.address(paths.history, historyFilters.read({ who, from: daysAgo(7) })))
  }
  return (
    <div class="ask">
      <PickMember value="" onChange={show} />
    </div>
  )
}
