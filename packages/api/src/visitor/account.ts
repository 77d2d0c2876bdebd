import { sql } from 'kysely'
import type { AnyoneContext } from '../guard/context.ts'
import { notFound } from '../refuse/errors.ts'

/** Enters the account that a page names, and reads what the page may know of it. */
export async function enterAccount({ tx, enter }: Pick<AnyoneContext, 'tx' | 'enter'>, accountId: string) {
  await enter(accountId)
  const account = await tx
    .selectFrom('account')
    .select(['id', 'name', 'online', 'widget_shown', 'color', 'greeting'])
    .select(sql<Date>`clock_timestamp()`.as('now'))
    .where('id', '=', accountId)
    .executeTakeFirst()
  return account ?? notFound()
}
