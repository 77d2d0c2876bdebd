import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

const key = 'secret'

/**
 * What signs the cookies when the operator set nothing: 256 random bits, made once and kept in the database, so that a
 * restart signs nobody out and every process on one database takes every other's cookies.
 */
export async function keptSecret({ db }: { db: Kysely<Tables> }): Promise<string> {
  const made = randomBytes(32).toString('base64url')
  await db
    .insertInto('setting')
    .values({ key, value: JSON.stringify(made) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirstOrThrow()
  return value as string
}
