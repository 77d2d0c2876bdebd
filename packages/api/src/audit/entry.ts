import type { AuditEntry } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import type { entries } from './filter.ts'
import { tell } from './tell.ts'

export type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]

/** The name that something had then: the row itself may be gone by now. */
const nameIn = (detail: unknown): string | null => {
  const { member, name, role, email, department } = (detail ?? {}) as Record<string, unknown>
  const names = [member, name, role, email, department].filter((one) => typeof one === 'string')
  return names[0] ?? null
}

/** What the words of an entry are made from. */
export type Words = Pick<MemberContext, 'sentences' | 'catalogue'>

export const toEntry = (row: Row, words: Words): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  action: row.action,
  text: tell(words, row),
  subject: { kind: row.subject_kind, id: row.subject_id, name: nameIn(row.detail) },
  detail: row.detail,
  from: { ip: row.ip, token: row.token_name },
})
