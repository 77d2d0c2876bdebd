import './reports.css'
import { api, Button, ErrorState, Skeleton, session, useQuery, useTitle } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words as common } from '../words.ts'
import { Controls } from './controls.tsx'
import { type Choice, rangeOf, wrongRange } from './range.ts'
import { ReportView } from './report-view.tsx'
import { words } from './words.ts'

/** Chats and how fast they were answered, per day. */
export function Reports() {
  const [choice, setChoice] = useState<Choice>(() => ({ days: 30, timeZone: session.value?.account.timeZone ?? 'UTC' }))
  const range = rangeOf(choice)
  const wrong = wrongRange(range)
  const report = useQuery(
    wrong ?? `${range.from} ${range.to} ${choice.timeZone}`,
    (signal) =>
      wrong
        ? Promise.reject(new Error(wrong))
        : api.reports.chats.query({ ...range, timeZone: choice.timeZone }, { signal }),
    { keep: true },
  )
  useTitle(words.title)
  return (
    <div class="reports">
      <header class="page-head">
        <h1>{words.title}</h1>
      </header>
      <Controls choice={choice} onChoice={setChoice} />
      {!wrong && report.failure ? (
        <ErrorState
          title={common.failure.title}
          action={report.failure.retry && <Button onClick={report.reload}>{common.retry}</Button>}
        >
          {report.failure.text}
        </ErrorState>
      ) : !report.data ? (
        <Skeleton label={words.loading} rows={7} avatar={false} />
      ) : (
        <ReportView
          report={report.data}
          busy={report.busy}
          wider={(days) => setChoice({ days, timeZone: choice.timeZone })}
        />
      )}
    </div>
  )
}
