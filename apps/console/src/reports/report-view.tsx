import type { Report } from '@rolecall/protocol'
import { Button, EmptyState, part, plural } from '@rolecall/ui'
import { Figures } from './figures.tsx'
import { mendLanguage } from './language.ts'
import { daysIn } from './range.ts'
import { Totals } from './totals.tsx'
import { words } from './words.ts'

const Chart = part(() => {
  mendLanguage(navigator)
  return import('./chart.tsx').then((part) => part.Chart)
})

/** Totals, a chart, and the same figures as a table. */
export function ReportView({ report, busy, wider }: ReportViewProps) {
  if (report.total.chats === 0) {
    const longer = [90, 365].find((days) => days > daysIn(report))
    return (
      <EmptyState
        icon="reports"
        title={words.emptyTitle}
        action={longer && <Button onClick={() => wider(longer)}>{plural(longer, words.wider)}</Button>}
      >
        {words.empty}
      </EmptyState>
    )
  }
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

interface ReportViewProps {
  report: Report
  busy: boolean
  wider: (days: number) => void
}
