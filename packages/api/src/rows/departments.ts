import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'

/** Id → name of all departments, by name. */
export async function departmentNames(tx: Tx, accountId: string): Promise<ReadonlyMap<string, string>> {
  const all = tx.selectFrom('department').select(['id', 'name']).where('account_id', '=', accountId)
  const rows = await all.orderBy(sql`fold(name)`).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Of these, the ones that were not deleted since. */
export async function departmentsThatAre(tx: Tx, accountId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const names = await departmentNames(tx, accountId)
  return [...new Set(ids)].filter((id) => names.has(id))
}
