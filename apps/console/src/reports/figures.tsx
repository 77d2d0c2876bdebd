import type { Report } from '@rolecall/protocol'
import { duration, number } from '@rolecall/ui'
import { dayLabel } from './range.ts'
import { words } from './words.ts'

/** The chart's figures, day by day, newest first. */
export function Figures({ report }: { report: Report }) {
  return (
    <div class="figures" tabIndex={0} role="region" aria-label={words.tableLabel}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.chats}</th>
            <th scope="col">{words.answered}</th>
            <th scope="col">{words.response}</th>
          </tr>
        </thead>
        <tbody>
          {report.days.toReversed().map((day) => (
            <tr key={day.day} class={day.chats === 0 ? 'is-quiet' : undefined}>
              <th scope="row">
                <time dateTime={day.day}>{dayLabel(day.day, true)}</time>
              </th>
              <td>{number(day.chats)}</td>
              <td>{number(day.answered)}</td>
              <td>{day.firstResponse === null ? '–' : duration(day.firstResponse)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
