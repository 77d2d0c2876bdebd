import { type Kysely, sql, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/index.ts'
import type { Tables } from '../tables.ts'
import { entering } from '../wall/entering.ts'
import { handOver } from '../wall/hand-over.ts'
import { freshSecret, type Installation, installationOf, passwordOf, record } from '../wall/installation.ts'
import { named } from '../wall/named.ts'
import { type Roles, rolesFor, rolesOf, schema, searchPath } from '../wall/names.ts'
import { pinFunctions } from '../wall/pinned.ts'
import { type Entrance, ensureRoles, grantSchemas } from '../wall/roles.ts'
import { carryOver, hasEarlier } from './carry-over.ts'
import { keepWith } from './kept.ts'
import { ensureSchemas } from './schemas.ts'
import { verifier } from './scram.ts'
import { refuseUnfit } from './unfit.ts'

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

/** How the running server is to come in, where the operator says so; its own address names its role. */
export type Coming = { by: 'password' } | { by: 'stepping down' } | { by: 'address'; as: string }

export interface Migrated extends Roles {
  database: string
  /** Of the runtime role, where it has one of its own making. */
  password: string
}

/**
 * Brings schema and roles up to date; everything or nothing, in one transaction, whose lock makes processes that start at
 * once take turns. `db` is the owner's.
 * @throws {NewerSchema} {CannotServe} {NoWall}
 */
export async function migrate(db: Kysely<Tables>, coming: Coming): Promise<Migrated> {
  return await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('rolecall.migrate', 0)),
      set_config('search_path', ${searchPath}, true)`.execute(tx)
    const at = await refuseUnfit(tx)
    const before = at.installed ? await installationOf(tx) : undefined
    const installation = wanted(coming, at.database, before)
    const { password, salt } = passwordOf(installation)
    const entrance: Entrance =
      coming.by === 'password' ? { by: 'password', verifier: verifier(password, salt) } : coming
    await ensureRoles(tx, installation, entrance, at.user)
    if (coming.by !== 'stepping down') await sql.raw(keepWith(installation.runtime)).execute(tx)
    await bringUp(tx, installation, before, at)
    return { ...installation, password, database: at.database }
  })
}

/** As it was, unless the database has been renamed or copied, or the operator names another role: then all is anew. */
function wanted(coming: Coming, database: string, before: Installation | undefined): Installation {
  const roles = coming.by === 'address' ? rolesOf(coming.as) : rolesFor(database)
  return before?.runtime === roles.runtime ? before : { ...roles, secret: freshSecret() }
}

async function bringUp(
  tx: Transaction<Tables>,
  now: Installation,
  before: Installation | undefined,
  at: { user: string; database: string },
): Promise<void> {
  const same = before === now
  if (same && (await isCurrent(tx))) return
  const owning = sql`create on schema ${sql.id(schema)}`
  const search = sql.id(now.search)
  if (!same) {
    await ensureSchemas(tx, at)
    await grantSchemas(tx, now)
  }
  // An owner of functions needs the right to create at the moment of becoming it.
  await sql`grant ${owning} to ${search}`.execute(tx)
  if (!same) {
    if (before) await handOver(tx, before, now)
    else if (await hasEarlier(tx)) await carryOver(tx, now)
    await record(tx, now)
  }
  await refuseNewer(tx)
  const db = tx.withPlugin(named(now))
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: schema,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  for (const statement of entering(now)) await sql.raw(statement).execute(tx)
  await pinFunctions(tx)
  await sql`revoke ${owning} from ${search}`.execute(tx)
}

const ran = sql<{ name: string }>`select name from ${sql.table(`${schema}.kysely_migration`)} order by name`

async function isCurrent(tx: Kysely<Tables>): Promise<boolean> {
  const { rows } = await ran.execute(tx)
  return rows.length === Object.keys(migrations).length && rows.every(({ name }) => name in migrations)
}

async function refuseNewer(tx: Kysely<Tables>): Promise<void> {
  const { rows: made } = await sql<{ made: boolean }>`
    select to_regclass('rolecall.kysely_migration') is not null as made`.execute(tx)
  if (!made[0]?.made) return
  const { rows } = await ran.execute(tx)
  const unknown = rows.map((row) => row.name).filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new NewerSchema(unknown)
}
