import { Button, EmptyState, ErrorState, NoResults, Skeleton } from '@rolecall/ui'
import { words as shared } from '../../words.ts'
import { failure } from '../data/questions.ts'
import { inbox } from '../data/store.ts'
import { type Place, pathOf } from '../place.ts'
import { askAgain } from '../use-inbox.ts'
import { words } from '../words.ts'
import { find } from './filters.tsx'
import { NoOpenChats } from './first-chat.tsx'

/** Why no row is there: not loaded yet, could not be loaded, nothing found, or nothing to do. */
export function NoRows({ place }: { place: Place }) {
  const { view } = place
  const { load, query } = inbox.value.list
  if (load === 'loading') return <Skeleton label={words.list.loading} rows={8} />
  if (load === 'error')
    return (
      <ErrorState title={words.list.errorTitle} action={<Button onClick={askAgain.list}>{shared.retry}</Button>}>
        {failure.value?.text}
      </ErrorState>
    )
  if (query.search)
    return (
      <NoResults
        title={words.list.noneTitle(query.search)}
        action={<Button onClick={() => find('')}>{words.list.clear}</Button>}
      >
        {words.list.none}
      </NoResults>
    )
  if (query.status === 'closed')
    return <EmptyState title={words.list.emptyClosedTitle}>{words.list.emptyClosed}</EmptyState>
  const department = inbox.value.counts?.departments.find(({ id }) => id === place.departmentId)
  if (department)
    return (
      <EmptyState icon="tag" title={words.list.emptyDepartmentTitle(department.name)}>
        {words.list.emptyDepartment}
      </EmptyState>
    )
  if (view === 'mine') {
    const free = inbox.value.counts?.unassigned ?? 0
    const next = (
      <a
        class="button button-secondary button-m"
        href={pathOf({ ...place, view: 'unassigned' })}
        data-call="inbox.list"
      >
        {words.list.emptyMineAction}
      </a>
    )
    return (
      <EmptyState title={words.list.emptyMineTitle} action={free > 0 && next}>
        {words.list.emptyMine}
      </EmptyState>
    )
  }
  if (view === 'unassigned')
    return (
      <EmptyState icon="check" title={words.list.emptyUnassignedTitle}>
        {words.list.emptyUnassigned}
      </EmptyState>
    )
  return <NoOpenChats />
}
