import { type Kysely, type KyselyPlugin, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/index.ts'
import type { Tables } from '../tables.ts'
import { named } from '../wall/named.ts'
import { standIn } from '../wall/names.ts'

// As the version before "one schema of our own" left a database: its changes, into `public`, behind two roles of the
// whole server that everybody shares and that the connecting user may become.

const last = '0013'

/** `db` is the owner's, with no schema yet. */
export async function makeReleased(db: Kysely<Tables>): Promise<void> {
  for (const role of Object.values(standIn))
    await sql
      .raw(
        `do $$ begin
          create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
        exception when duplicate_object then null; end $$`,
      )
      .execute(db)
  const roles = sql.join(Object.values(standIn).map((role) => sql.id(role)))
  // An owner of functions needs the right to create at the moment of becoming it.
  await sql`grant usage, create on schema public to ${roles}`.execute(db)
  const released = Object.fromEntries(Object.entries(migrations).filter(([name]) => name.slice(0, 4) <= last))
  const migrator = new Migrator({
    db: db.withPlugin(named(standIn)).withPlugin(inPublic),
    provider: { getMigrations: async () => released },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await sql`revoke create on schema public from public, ${roles}`.execute(db)
}

const inPublic: KyselyPlugin = {
  transformQuery: ({ node }) =>
    node.kind === 'RawNode'
      ? { ...node, sqlFragments: (node as unknown as { sqlFragments: string[] }).sqlFragments.map(before) }
      : node,
  transformResult: async ({ result }) => result,
}

const before = (text: string): string =>
  text
    .replaceAll(/\bschema rolecall\b/g, 'schema public')
    .replaceAll('search_path = rolecall,', 'search_path = public,')
