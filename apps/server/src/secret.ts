import { createHash } from 'node:crypto'
import { type Database, keptSecret } from '@rolecall/db'
import type { Logger } from 'pino'

const key = 'secret.print'

/**
 * What signs the cookies: what was set, else what the database keeps. Says so in the log where it is another than at the
 * last start, on this process or another: everybody is signed out, and of two processes with two secrets each signs out
 * those of the other.
 */
export async function secretFor(database: Database, set: string | undefined, log: Logger): Promise<string> {
  const secret = set ?? (await keptSecret(database))
  const print = createHash('sha256').update(`rolecall ${secret}`).digest('base64url').slice(0, 16)
  const { db } = database
  const before = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  if (before && before.value !== print) log.warn(changed)
  const value = JSON.stringify(print)
  const kept = db.insertInto('setting').values({ key, value })
  await kept.onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute()
  return secret
}

const changed =
  'ROLECALL_SECRET is another than at the last start: everybody has to sign in again. Where several servers work on one database, ' +
  'all of them need the same'
