import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { refuse } from '../refuse/errors.ts'

/**
 * Refuses a name that another role of the account has, or that reads like one (`name_key`): people go by the name when they
 * give a role. @throws CONFLICT
 */
export async function mustBeFree(tx: Tx, accountId: string, name: string, roleId: string | null): Promise<void> {
  const other = await tx
    .selectFrom('role')
    .select('preset')
    .where('account_id', '=', accountId)
    .where((role) =>
      role.or([role('name_key', '=', sql<string>`name_key(${name})`), role(sql`fold(name)`, '=', sql`fold(${name})`)]),
    )
    .$if(roleId !== null, (others) => others.where('id', '<>', roleId ?? ''))
    .orderBy('preset')
    .limit(1)
    .executeTakeFirst()
  if (other?.preset) refuse('CONFLICT', 'A default role has this name, or one that reads like it. Choose another one.')
  if (other) refuse('CONFLICT', 'Another role has this name already, or one that reads like it. Choose another one.')
}
