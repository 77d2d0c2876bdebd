import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Gone } from '../outbox/erase.ts'
import type { Tables } from '../tables.ts'
import type { AuditNameTable, AuditTable } from './table.ts'

export interface AuditEntry {
  actor: { kind: AuditTable['actor_kind']; id: string | null; name: string }
  /** The procedure's path: 'team.setRole'. */
  action: string
  subject: { kind: string; id: string | null }
  /** Before and after, in short. Never message bodies or secrets. */
  detail?: unknown
  /** What it names beside its subject, as it is called now. */
  names?: readonly Omit<AuditNameTable, 'account_id' | 'audit_id'>[]
  /** Where it came from; the operator's and the clock's own have none. */
  from?: { ip: string; token: { id: string; name: string } | null }
}

/** Adds to the account's append-only log, in the transaction of the change. */
export async function audit(tx: Kysely<Tables>, accountId: string, entry: AuditEntry): Promise<void> {
  const { names = [] } = entry
  const id = randomUUID()
  await tx
    .insertInto('audit')
    .values({
      account_id: accountId,
      id,
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
  if (names.length === 0) return
  await tx
    .insertInto('audit_name')
    .values(names.map((name) => ({ account_id: accountId, audit_id: id, ...name })))
    .execute()
}

/** Empties the names of a contact who is erased. */
export async function eraseNames(tx: Kysely<Tables>, { accountId, contactId }: Gone): Promise<void> {
  if (contactId === null) return
  await tx
    .updateTable('audit_name')
    .set({ name: null })
    .where('account_id', '=', accountId)
    .where('kind', '=', 'contact')
    .where('id', '=', contactId)
    .execute()
}
