import './reports.css'
import type { Report } from '@rolecall/protocol'
import { Button, EmptyState, ErrorState, plural, Skeleton, session } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { lazy } from 'preact-iso'
import { api } from '../data/api.ts'
import { useQuery } from '../data/query.ts'
import { useTitle } from '../data/title.ts'
import { words } from '../words.ts'
import { Controls } from './controls.tsx'
import { Figures } from './figures.tsx'
import { mendLanguage } from './language.ts'
import { lastDays, type Range, wrongRange } from './range.ts'
import { Totals } from './totals.tsx'

const Chart = lazy(() => {
  mendLanguage(navigator)
  return import('./chart.tsx').then((part) => part.Chart)
})

/** Chats and how fast they were answered, per day: totals, a chart, and the same figures as a table. */
export function Reports() {
  const account = session.value?.account.timeZone ?? 'UTC'
  const [timeZone, setTimeZone] = useState(account)
  const [range, setRange] = useState<Range>(() => lastDays(30, account))
  const wrong = wrongRange(range)
  const report = useQuery(
    wrong ?? `${range.from} ${range.to} ${timeZone}`,
    (signal) =>
      wrong ? Promise.reject(new Error(wrong)) : api.reports.chats.query({ ...range, timeZone }, { signal }),
    { keep: true },
  )
  useTitle(words.reports.title)
  return (
    <div class="reports">
      <header class="page-head">
        <h1>{words.reports.title}</h1>
      </header>
      <Controls range={range} onRange={setRange} timeZone={timeZone} onTimeZone={setTimeZone} />
      {!wrong && report.failure ? (
        <ErrorState
          title={words.failure.title}
          action={report.failure.retry && <Button onClick={report.reload}>{words.retry}</Button>}
        >
          {report.failure.text}
        </ErrorState>
      ) : !report.data ? (
        <Skeleton label={words.reports.loading} rows={7} avatar={false} />
      ) : (
        <Body report={report.data} busy={report.busy} wider={() => setRange(lastDays(90, timeZone))} />
      )}
    </div>
  )
}

function Body({ report, busy, wider }: { report: Report; busy: boolean; wider: () => void }) {
  if (report.total.chats === 0)
    return (
      <EmptyState
        icon="reports"
        title={words.reports.emptyTitle}
        action={<Button onClick={wider}>{words.reports.wider(plural(90, words.reports.days))}</Button>}
      >
        {words.reports.empty}
      </EmptyState>
    )
  return (
    <div class="report" aria-busy={busy}>
      <Totals total={report.total} />
      <div class="report-body">
        <Chart days={report.days} />
        <Figures report={report} />
      </div>
    </div>
  )
}
