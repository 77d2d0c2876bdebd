import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/index.ts'
import type { Tables } from '../tables.ts'
import { ensureRoles, grantSchema } from '../wall/roles.ts'

/** The database was made by a newer Rolecall than this one. */
export class NewerSchema extends Error {
  constructor(names: readonly string[]) {
    super(
      `This database was made by a newer Rolecall: it has had the change ${names.map((name) => `"${name}"`).join(', ')}, ` +
        `which this version does not know. Start the newer version, or restore a backup made before the update.`,
    )
    this.name = 'NewerSchema'
  }
}

/**
 * Brings the schema up to date; everything or nothing. `db` is the owner's connection and a single one, since the lock
 * that keeps several starting processes apart belongs to it (ends with the connection, so nothing can be left locked).
 * @throws {NewerSchema}
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_lock(hashtextextended('rolecall.migrate', 0))`.execute(db)
  try {
    await ensureRoles(db)
    await refuseNewer(db)
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
    await grantSchema(db)
  } finally {
    await sql`select pg_advisory_unlock(hashtextextended('rolecall.migrate', 0))`.execute(db)
  }
}

async function refuseNewer(db: Kysely<Tables>): Promise<void> {
  const { rows: made } = await sql<{ made: boolean }>`
    select to_regclass('public.kysely_migration') is not null as made`.execute(db)
  if (!made[0]?.made) return
  const { rows } = await sql<{ name: string }>`select name from public.kysely_migration order by name`.execute(db)
  const unknown = rows.map((row) => row.name).filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new NewerSchema(unknown)
}
