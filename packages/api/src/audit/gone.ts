import type { MemberContext } from '../guard/context.ts'
import type { Told } from './told.ts'

const kinds = ['member', 'role', 'department', 'chat', 'contact'] as const

/** The ids of what these entries name that is not there any more: a link would lead nowhere. */
export async function goneOf(
  { tx, actor }: Pick<MemberContext, 'tx' | 'actor'>,
  entries: readonly Told[],
): Promise<ReadonlySet<string>> {
  const things = entries.flatMap(({ row, names }) => [
    { kind: row.subject_kind, id: row.subject_id },
    { kind: row.actor_kind, id: row.actor_id },
    ...names,
  ])
  const gone = new Set<string>()
  for (const kind of kinds) {
    const ids = new Set(things.flatMap((one) => (one.kind === kind && one.id !== null ? [one.id] : [])))
    if (ids.size === 0) continue
    const rows = await tx
      .selectFrom(kind)
      .select('id')
      .where('account_id', '=', actor.accountId)
      .where('id', 'in', [...ids])
      .execute()
    const there = new Set(rows.map(({ id }) => id))
    for (const id of ids) if (!there.has(id)) gone.add(id)
  }
  return gone
}
