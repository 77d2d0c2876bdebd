import type { Report } from '@rolecall/protocol'
import { duration, number } from '@rolecall/ui'
import { words } from './words.ts'

/** The three figures one came for. */
export function Totals({ total }: { total: Report['total'] }) {
  const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }).format(
    total.answered / Math.max(1, total.chats),
  )
  return (
    <dl class="totals">
      <Total name={words.chats} value={number(total.chats)} />
      <Total name={words.answered} value={number(total.answered)} note={words.share(share)} />
      <Total
        name={words.response}
        value={total.firstResponse === null ? words.none : duration(total.firstResponse)}
        note={words.median}
      />
    </dl>
  )
}

const Total = ({ name, value, note }: { name: string; value: string; note?: string }) => (
  <div class="total">
    <dt>{name}</dt>
    <dd>
      <strong>{value}</strong> {note && <span>{note}</span>}
    </dd>
  </div>
)
