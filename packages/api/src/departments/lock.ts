import type { Tx } from '@rolecall/db'
import { notFound } from '../refuse/errors.ts'

/** The department's name, its row locked until the commit. @throws NOT_FOUND */
export async function lockDepartment(tx: Tx, accountId: string, departmentId: string): Promise<string> {
  const row = await tx
    .selectFrom('department')
    .select('name')
    .where('account_id', '=', accountId)
    .where('id', '=', departmentId)
    .forUpdate()
    .executeTakeFirst()
  return row ? row.name : notFound()
}
