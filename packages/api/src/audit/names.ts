import type { AuditNameTable } from '@rolecall/db'
import type { Selectable } from 'kysely'
import type { MemberContext } from '../guard/context.ts'
import { may } from '../guard/may.ts'
import type { Row } from './filter.ts'
import type { Named } from './tell.ts'

type Kept = Omit<Selectable<AuditNameTable>, 'account_id'>

/** What each of these entries keeps of what it names, by the entry. */
export async function namesOf(
  { tx, actor }: Pick<MemberContext, 'tx' | 'actor'>,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Kept[]>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const kept = await tx
    .selectFrom('audit_name')
    .select(['audit_id', 'key', 'kind', 'id', 'name'])
    .where('account_id', '=', actor.accountId)
    .where('audit_id', 'in', ids)
    .execute()
  return Map.groupBy(kept, ({ audit_id }) => audit_id)
}

/** Names of contacts are for those who see contacts or chats at all. */
export const seesContacts = ({ actor, scope }: Pick<MemberContext, 'actor' | 'scope'>): boolean =>
  scope.contacts || may(actor, 'inbox.view')

/** What the sentence of an entry names: what was kept of it, and its subject by the name that the detail has. */
export function namedIn(row: Row, kept: readonly Kept[], contacts: boolean): Named[] {
  const detail = detailOf(row)
  const subjects = [row.subject_kind, 'name'].flatMap((key): Named[] => {
    const name = detail[key]
    return typeof name === 'string' ? [{ key, kind: row.subject_kind, id: row.subject_id, name }] : []
  })
  const chat: Named[] =
    row.subject_kind === 'chat' ? [{ key: 'contact', kind: 'contact', id: null, name: unnamed }] : []
  const all = [...chat, ...subjects, ...kept.flatMap((one) => nameOf(one, contacts))]
  return [...new Map(all.map((one) => [one.key, one])).values()]
}

function nameOf({ key, kind, id, name }: Kept, contacts: boolean): Named[] {
  if (kind !== 'contact') return name === null ? [] : [{ key, kind, id, name }]
  if (!contacts || id === '') return [{ key, kind, id: null, name: unnamed }]
  return [name === null ? { key, kind, id: null, name: 'an erased contact' } : { key, kind, id, name }]
}

const unnamed = 'a contact'

export const detailOf = ({ detail }: Pick<Row, 'detail'>): Record<string, unknown> => ({
  ...(typeof detail === 'object' ? detail : null),
})
