import { verifyWall } from '../wall/wall.ts'
import type { Database } from './database.ts'
import { inMemory, openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

export interface ConnectOptions {
  /** A PostgreSQL address. Without it: the embedded database. */
  url?: string | undefined
  /** The owner's, where `url` is the address of the walled role alone. */
  migrateUrl?: string | undefined
  /** Past a pooler, where `url` goes through one that hands out connections per transaction. */
  listenUrl?: string | undefined
  /** The embedded database's folder; 'memory://' for none. */
  dataDir?: string | undefined
  /** Connections to PostgreSQL, 16 unless told. */
  poolSize?: number | undefined
}

/**
 * Opens the database: takes the folder, brings the schema up to date, becomes the runtime role and proves that the
 * tenant wall stands.
 * @throws {FolderInUse} {NewerSchema} {CannotServe} {NoWall}, each with a sentence for the operator
 */
export async function connect(options: ConnectOptions): Promise<Database> {
  const { url, dataDir } = options
  const database = url ? await openPostgres({ ...options, url }) : await openPglite(dataDir ?? inMemory)
  return await walled(database)
}

/** The database, once its wall is proven; closed again where it is not. */
export async function walled(database: Database): Promise<Database> {
  try {
    await verifyWall(database.db, database.engine === 'postgres')
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
