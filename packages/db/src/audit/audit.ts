import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import type { AuditTable } from './table.ts'

export interface AuditEntry {
  actor: { kind: AuditTable['actor_kind']; id: string | null; name: string }
  /** The procedure's path: 'team.setRole'. */
  action: string
  subject: { kind: string; id: string | null }
  /** Before and after, in short. Never message bodies or secrets. */
  detail?: unknown
  /** Where it came from; the operator's and the clock's own have none. */
  from?: { ip: string; token: { id: string; name: string } | null }
}

/** Adds to the account's append-only log, in the transaction of the change. */
export async function audit(tx: Kysely<Tables>, accountId: string, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      account_id: accountId,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      detail: JSON.stringify(entry.detail ?? {}),
      ip: entry.from?.ip ?? null,
      token_id: entry.from?.token?.id ?? null,
      token_name: entry.from?.token?.name ?? null,
    })
    .execute()
}
