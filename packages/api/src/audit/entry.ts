import type { AuditEntry } from '@rolecall/protocol'
import { detailOf } from './names.ts'
import type { Told } from './told.ts'

export const toEntry = ({ row, names, pieces, text, lines }: Told, gone: ReadonlySet<string>): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name, gone: gone.has(row.actor_id ?? '') },
  action: row.action,
  text,
  said: pieces.map(({ text, of }) => ({ text, of: of && { ...of, gone: gone.has(of.id) } })),
  subject: {
    kind: row.subject_kind,
    id: row.subject_id,
    name: names.find(({ id }) => id === row.subject_id)?.name ?? nameIn(detailOf(row)),
    gone: gone.has(row.subject_id ?? ''),
  },
  lines,
  undo: null,
  detail: row.detail,
  from: { ip: row.ip, token: row.token_name },
})

/** The name that something had then: the row itself may be gone by now. */
function nameIn({ member, name, role, email, department }: Record<string, unknown>): string | null {
  return [member, name, role, email, department].find((one) => typeof one === 'string') ?? null
}
