import type { AuditEntry } from '@rolecall/protocol'
import { api, EmptyState, useQuery, When } from '@rolecall/ui'
import { historyFilters, inputOf } from '../audit/history-filters.ts'
import { TakeBack } from '../audit/take-back.tsx'
import { canUndo } from '../audit/undo.ts'
import { useNews } from '../data/use-news.ts'
import { paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { daysAgo } from './days.ts'
import { words } from './words.ts'

/** So many are told in full; for the rest there is the history. */
const most = 10

/** Undo a change of yesterday or today: what that means now stands with each, and its button. */
export function TakeBacks() {
  const since = historyFilters.read({ from: daysAgo(1) })
  const query = useQuery('yesterday', (signal) => api.audit.list.query({ ...inputOf(since), limit: 100 }, { signal }))
  useNews(['members', 'roles', 'departments', 'invites'], query.reload)
  return (
    <Answer query={query}>
      {({ rows }) => {
        const undoable = rows.filter(({ undo }) => canUndo(undo))
        return (
          <>
            {undoable.length === 0 && (
              <EmptyState icon="clock" title={words.noUndo}>
                {words.noUndoBody}
              </EmptyState>
            )}
            <ol class="take-backs">
              {undoable.slice(0, most).map((entry) => (
                <One key={entry.id} entry={entry} onDone={query.reload} />
              ))}
            </ol>
            <p>
              <a href={historyFilters.address(paths.history, since)}>{words.inHistory}</a>
            </p>
          </>
        )
      }}
    </Answer>
  )
}

function One({ entry, onDone }: { entry: AuditEntry; onDone: () => void }) {
  const { actor, text, at, undo } = entry
  if (undo === null) return null
  return (
    <li class="card">
      <div class="card-head">
        <h2>{text}</h2>
        <span class="quiet">
          {actor.name} · <When iso={at} />
        </span>
      </div>
      <TakeBack undo={undo} yes={words.undo} onDone={onDone} />
    </li>
  )
}
