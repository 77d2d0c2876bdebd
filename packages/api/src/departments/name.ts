import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { refuse } from '../refuse/errors.ts'
import { line } from '../rows/input.ts'

export const name = line(100)

/** Refuses a name that another department has, or that reads like one. @throws CONFLICT */
export async function mustBeFree(tx: Tx, accountId: string, name: string, departmentId: string | null): Promise<void> {
  const other = await tx
    .selectFrom('department')
    .select('id')
    .where('account_id', '=', accountId)
    .where((one) =>
      one.or([one('name_key', '=', sql<string>`name_key(${name})`), one(sql`fold(name)`, '=', sql`fold(${name})`)]),
    )
    .$if(departmentId !== null, (others) => others.where('id', '<>', departmentId ?? ''))
    .limit(1)
    .executeTakeFirst()
  if (other)
    refuse('CONFLICT', 'Another department has this name already, or one that reads like it. Choose another one.')
}
