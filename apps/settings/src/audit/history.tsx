import './history.css'
import type { AuditEntry } from '@rolecall/protocol'
import {
  Avatar,
  api,
  Button,
  clock,
  day,
  EmptyState,
  Field,
  Further,
  mayCall,
  minute,
  NoResults,
  SearchField,
  Select,
  usePaging,
  useSettled,
} from '@rolecall/ui'
import { download } from '@rolecall/ui/download'
import { useLocation } from 'preact-iso'
import { useNews } from '../data/use-news.ts'
import { memberPath, paths, rolePath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { type HistoryFilters, historyFilters, inputOf } from './history-filters.ts'
import { linesOf } from './lines.ts'
import { words } from './words.ts'

/** Everything that was changed, the newest first, day by day. */
export function History() {
  const { query: asked, route } = useLocation()
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
      <div class="filter-line" role="group" aria-label={words.filters}>
        <SearchField
          label={words.search}
          value={filters.search}
          clearLabel={words.clear}
          onInput={(search) => set({ search })}
        />
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
      <Answer query={query} avatar>
        {({ rows }) =>
          rows.length > 0 ? (
            <>
              <Days rows={rows} />
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
    </Page>
  )
}

const Days = ({ rows }: { rows: readonly AuditEntry[] }) => (
  <>
    {[...Map.groupBy(rows, ({ at }) => day(at, minute.value))].map(([name, entries]) => (
      <section key={name} class="day">
        <h2>{name}</h2>
        <ol>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      </section>
    ))}
  </>
)

function Entry({ entry }: { entry: AuditEntry }) {
  const { actor, at, text, detail, from } = entry
  const lines = [...linesOf(detail), ...originOf(from)]
  const to = subjectPath(entry)
  return (
    <li class="entry">
      <Avatar id={actor.id ?? actor.name} name={actor.name} size={32} />
      <div class="entry-text">
        <p>
          <strong>{actor.name}</strong> {within(text)}
        </p>
        {(lines.length > 0 || to) && (
          <details>
            <summary>{words.details}</summary>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {to && <a href={to}>{words.see}</a>}
          </details>
        )}
      </div>
      <time class="quiet" dateTime={at}>
        {clock(at)}
      </time>
    </li>
  )
}

/** From where, and by which API token. */
const originOf = ({ ip, token }: AuditEntry['from']): string[] => [
  ...(token === null ? [] : [words.byToken(token)]),
  ...(ip === null ? [] : [words.fromAddress(ip)]),
]

/** The sentence begins with the name. */
const within = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1)

/** Where the thing is looked at, as far as one may; what is gone says so there. */
function subjectPath({ subject }: AuditEntry): string | null {
  if (subject.id === null) return null
  if (subject.kind === 'role' && mayCall('roles.get')) return rolePath(subject.id)
  if (subject.kind === 'member' && mayCall('team.member')) return memberPath(subject.id)
  return null
}
