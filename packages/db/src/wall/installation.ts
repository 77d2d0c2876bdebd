import { hkdfSync, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { type Roles, schema } from './names.ts'

/** What the owner keeps about an installation: its roles, and what the runtime role's password is made from. */
export interface Installation extends Roles {
  secret: string
}

export const freshSecret = (): string => randomBytes(32).toString('base64url')

/** The runtime role's password, and the salt that PostgreSQL keeps with it: the same for every process that starts. */
export function passwordOf({ secret, runtime }: Pick<Installation, 'secret' | 'runtime'>) {
  const derived = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, runtime, `rolecall ${what} of the runtime role`, length))
  return { password: derived('password', 32).toString('base64url'), salt: derived('salt', 16) }
}

export async function installationOf(tx: Kysely<Tables>): Promise<Installation | undefined> {
  const { rows } = await sql<Installation>`
    select runtime, search, secret from ${table}`.execute(tx)
  return rows[0]
}

/** Granted to nobody: the running server neither reads nor writes it. */
export async function record(tx: Kysely<Tables>, { runtime, search, secret }: Installation): Promise<void> {
  await sql`create table if not exists ${table} (
    one boolean primary key default true check (one),
    runtime text not null,
    search text not null,
    secret text not null
  )`.execute(tx)
  await sql`insert into ${table} (runtime, search, secret) values (${runtime}, ${search}, ${secret})
    on conflict (one) do update set runtime = excluded.runtime, search = excluded.search, secret = excluded.secret`.execute(
    tx,
  )
}

const table = sql.table(`${schema}.installation`)
