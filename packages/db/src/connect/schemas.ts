import { type Kysely, sql } from 'kysely'
import { CannotServe } from '../cannot-serve.ts'
import type { Tables } from '../tables.ts'
import { jobsSchema, quoted, schema } from '../wall/names.ts'

/** Makes our two schemas. @throws {CannotServe} where the user may not, or where one holds something else */
export async function ensureSchemas(tx: Kysely<Tables>, at: { user: string; database: string }): Promise<void> {
  for (const name of [schema, jobsSchema]) {
    const { rows } = await sql<{ holds: string | null }>`
      select (select relname from pg_class where relnamespace = n.oid limit 1) as holds
      from pg_namespace n where nspname = ${name}`.execute(tx)
    const [there] = rows
    if (!there) await make(tx, name, at)
    else if (there.holds !== null && !(await isOurs(tx)))
      throw new CannotServe(
        `The schema "${name}" of this database holds something that is not Rolecall's ("${there.holds}"). Give Rolecall a ` +
          `database in which nobody else uses the schemas "${schema}" and "${jobsSchema}".`,
      )
  }
}

async function make(tx: Kysely<Tables>, name: string, { user, database }: { user: string; database: string }) {
  await sql`create schema ${sql.id(name)}`.execute(tx).catch((cause: unknown) => {
    throw new CannotServe(
      `The database user "${user}" may not make the schema "${name}". Have an administrator of the database run: ` +
        `grant create on database ${quoted(database)} to ${quoted(user)};`,
      { cause },
    )
  })
}

async function isOurs(tx: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`
    select to_regclass(${`${schema}.installation`}) is not null as ours`.execute(tx)
  return rows[0]?.ours === true
}
