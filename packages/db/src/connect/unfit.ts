import { type Kysely, sql } from 'kysely'
import { CannotServe } from '../cannot-serve.ts'
import { foldingCollation } from '../fold/migration.ts'
import type { Tables } from '../tables.ts'
import { schema } from '../wall/names.ts'

export interface Place {
  database: string
  user: string
  installed: boolean
}

const oldest = 150_000

/** Where we are. @throws {CannotServe} where messages could not be kept or found again */
export async function refuseUnfit(tx: Kysely<Tables>): Promise<Place> {
  const { rows } = await sql<Place & { encoding: string; version: number; release: string }>`
    select current_database() as database, current_user as "user", current_setting('server_encoding') as encoding,
      current_setting('server_version_num')::int as version, current_setting('server_version') as release,
      to_regclass(${`${schema}.installation`}) is not null as installed`.execute(tx)
  const [at] = rows
  if (!at) throw new Error('the database says nothing of itself')
  if (at.version < oldest)
    throw new CannotServe(
      `Rolecall needs PostgreSQL 15 or later, and this is ${at.release}. Update the database server.`,
    )
  if (at.encoding !== 'UTF8')
    throw new CannotServe(
      `The database "${at.database}" keeps text as ${at.encoding}, which cannot hold every language and sign. Make one ` +
        `that can, and put its name into DATABASE_URL: create database rolecall encoding 'UTF8' template template0;`,
    )
  if (!(await foldingCollation(tx as Kysely<unknown>)))
    throw new CannotServe(
      `This PostgreSQL (${at.release}) cannot tell capitals from small letters in every language: it was made without ICU. ` +
        `Take one that has it, or PostgreSQL 17 or later.`,
    )
  return at
}
