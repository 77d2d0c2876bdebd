import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { refuse } from '../refuse/errors.ts'
import { line } from '../rows/input.ts'

export const name = line(100)

/** Refuses a name that another department has, in whatever case. @throws CONFLICT */
export async function mustBeFree(tx: Tx, accountId: string, name: string, departmentId: string | null): Promise<void> {
  const other = await tx
    .selectFrom('department')
    .select('id')
    .where('account_id', '=', accountId)
    .where(sql`fold(name)`, '=', sql`fold(${name})`)
    .executeTakeFirst()
  if (other && other.id !== departmentId)
    refuse('CONFLICT', 'Another department has this name already. Choose another one.')
}
