import './history.css'
import type { AuditEntry } from '@rolecall/protocol'
import { api, Button, date, EmptyState, Further, NoResults, part, usePaging, useSettled } from '@rolecall/ui'
import { download } from '@rolecall/ui/download'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useNews } from '../data/use-news.ts'
import { paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { Entry } from './entry.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type HistoryFilters, historyFilters, inputOf } from './history-filters.ts'
import { words } from './words.ts'

const UndoDialog = part(() => import('./undo-dialog.tsx').then((file) => file.UndoDialog), null)

/** Everything that was changed, the newest first, day by day. */
export function History() {
  const { query: asked, route } = useLocation()
  const [undoing, setUndoing] = useState<AuditEntry | null>(null)
  const filters = historyFilters.read(asked)
  const search = useSettled(filters.search, 250)
  const input = inputOf({ ...filters, search })
  const query = usePaging(JSON.stringify(input), (after, signal) =>
    api.audit.list.query({ ...input, limit: 50, ...(after && { after }) }, { signal }),
  )
  useNews(['members', 'roles', 'invites', 'requests', 'departments', 'plan'], query.reload)
  const set = (change: Partial<HistoryFilters>) =>
    route(historyFilters.address(paths.history, { ...filters, ...change }), true)
  const file = new URLSearchParams(input).toString()
  const shut = () => {
    setUndoing(null)
    query.reload()
  }
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Button
          icon="download"
          call="audit.export"
          onClick={() => void download(`/audit.csv${file ? `?${file}` : ''}`)}
        >
          {words.csv}
        </Button>
      }
    >
      <FilterBar filters={filters} names={namesIn(query.data?.rows ?? [])} set={set} />
      <Answer query={query} avatar>
        {({ rows, next, back }) =>
          rows.length > 0 || next !== null ? (
            <>
              <Days rows={rows} onUndo={setUndoing} />
              {search.trim() && back && <p class="quiet">{words.lookedBack(date(back))}</p>}
              <Further list={query} label={words.further} />
            </>
          ) : historyFilters.narrows(filters) ? (
            <NoResults
              title={words.none}
              action={<Button onClick={() => route(paths.history, true)}>{words.clearFilters}</Button>}
            >
              {words.noneBody}
            </NoResults>
          ) : (
            <EmptyState icon="clock" title={words.empty}>
              {words.emptyBody}
            </EmptyState>
          )
        }
      </Answer>
      {undoing && <UndoDialog entry={undoing} onDone={shut} />}
    </Page>
  )
}

const Days = ({ rows, onUndo }: { rows: readonly AuditEntry[]; onUndo: (entry: AuditEntry) => void }) => (
  <>
    {[...Map.groupBy(rows, ({ at }) => date(at))].map(([name, entries]) => (
      <section key={name} class="day">
        <h2>{name}</h2>
        <ol>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onUndo={onUndo} />
          ))}
        </ol>
      </section>
    ))}
  </>
)

/** What the entries call whom, by id: the newest name. */
function namesIn(rows: readonly AuditEntry[]): ReadonlyMap<string, string> {
  const named = rows
    .toReversed()
    .flatMap(({ actor, subject, said }) => [
      ...said.map(({ text, of }) => ({ id: of?.id, name: text })),
      ...[subject, actor].map(({ id, name }) => ({ id, name })),
    ])
  return new Map(named.flatMap(({ id, name }) => (id && name !== null ? [[id, name]] : [])))
}
