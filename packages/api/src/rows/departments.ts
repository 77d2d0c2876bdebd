import type { Tx } from '@rolecall/db'

/** Id → name of all departments. */
export async function departmentNames(tx: Tx, accountId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('department').select(['id', 'name']).where('account_id', '=', accountId).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Of these, the ones that were not deleted since. */
export async function departmentsThatAre(tx: Tx, accountId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const names = await departmentNames(tx, accountId)
  return [...new Set(ids)].filter((id) => names.has(id))
}
