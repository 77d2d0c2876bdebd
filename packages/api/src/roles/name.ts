import type { Tx } from '@rolecall/db'
import { defaultRoleNames } from '@rolecall/permissions'
import { sql } from 'kysely'
import { refuse } from '../refuse/errors.ts'

/**
 * Refuses a name that another role of the account has, in whatever case, or that reads like a default role's: people go
 * by the name when they give a role. @throws CONFLICT
 */
export async function mustBeFree(tx: Tx, accountId: string, name: string, roleId: string | null): Promise<void> {
  if (defaultRoleNames.some((taken) => taken.toLowerCase() === read(name)))
    refuse('CONFLICT', 'A default role has this name. Choose another one.')
  const other = await tx
    .selectFrom('role')
    .select('id')
    .where('account_id', '=', accountId)
    .where(sql`fold(name)`, '=', sql`fold(${name})`)
    .$if(roleId !== null, (others) => others.where('id', '<>', roleId ?? ''))
    .limit(1)
    .executeTakeFirst()
  if (other) refuse('CONFLICT', 'Another role has this name already. Choose another one.')
}

/** What is left for a reader: without what is invisible, and without other forms of the same letters. */
const read = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Mn}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
