import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { openJobs } from '../jobs/jobs.ts'
import type { Raw } from '../jobs/raw.ts'
import type { Tables } from '../tables.ts'
import { searchPath } from '../wall/names.ts'
import { BadFolder, usable } from './bad-folder.ts'
import type { Database, Wake } from './database.ts'
import { lockFolder } from './folder.ts'
import { migrate } from './migrate.ts'
import { parsers } from './parsers.ts'
import { refuseWithoutRoom } from './room.ts'
import { transactions } from './transactions.ts'

export const inMemory = 'memory://'

// PostgreSQL's own 128 MB are written over at every start, which is half of its time; what is read often the operating
// system keeps at hand as well. Segments of 1 MB instead of 16 make a new folder a fifth smaller.
const buffers = '16MB'

/** An embedded database in a folder (or in memory), one connection. `dump`: start from a dumped data folder. */
export async function openPglite(dataDir: string, dump?: Blob): Promise<Database> {
  if (dataDir === inMemory) return await database(await startPglite(inMemory, dump))
  const folder = resolve(dataDir)
  const lock = lockFolder(folder)
  try {
    usable(folder, () => refuseWithoutRoom(folder))
    return await database(await startPglite(join(folder, 'pglite'), dump), folder, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** PGlite with the schema up to date, as the runtime role. */
export async function startPglite(dataDir: string, dump?: Blob): Promise<{ pglite: PGlite; db: Kysely<Tables> }> {
  const pglite = await barePglite(dataDir, dump)
  try {
    return { pglite, db: await prepared(pglite) }
  } catch (error) {
    await pglite.close()
    throw error
  }
}

/** Brings its schema up to date and steps down to the runtime role. */
export async function prepared(pglite: PGlite): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  const { runtime } = await migrate(db, { by: 'stepping down' })
  await sql`select set_config('search_path', ${searchPath}, false), set_config('role', ${runtime}, false)`.execute(db)
  return db
}

/** Beside what else runs on its one connection, and never in the middle of it. */
const rawOn =
  (pglite: PGlite, db: Kysely<Tables>): Raw =>
  (text, values) =>
    db.connection().execute(async () => {
      if (values?.length) return await pglite.query(text, values)
      try {
        return { rows: (await pglite.exec(text)).flatMap(({ rows }) => rows) }
      } catch (error) {
        // What failed between its BEGIN and its COMMIT.
        await pglite.exec('rollback')
        throw error
      }
    })

/** PGlite as it comes, in a folder that is made where there is none, which takes it some seconds. */
export function barePglite(dataDir: string, dump?: Blob): Promise<PGlite> {
  return PGlite.create(dataDir, {
    extensions: { btree_gin, pg_trgm },
    parsers,
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${buffers}`],
    initDbStartParams: ['--wal-segsize=1'],
    ...(dump ? { loadDataDir: dump } : {}),
  }).catch((cause: unknown) => {
    // What PGlite throws here often has no message at all.
    throw new BadFolder(
      dataDir,
      'it cannot be opened as a database. Was it made by something else, or copied halfway? Put a backup in its place, or choose another folder with ROLECALL_DATA.',
      cause,
    )
  })
}

async function database(
  { pglite, db }: { pglite: PGlite; db: Kysely<Tables> },
  dataDir?: string,
  lock?: ReturnType<typeof lockFolder>,
): Promise<Database> {
  const jobs = await openJobs(rawOn(pglite, db))
  const ears = new Set<(wake: Wake) => void>()
  return {
    engine: 'pglite',
    connections: 1,
    ...(dataDir ? { dataDir } : {}),
    db,
    ...transactions(db),
    jobs,
    listen: async (hear) => {
      ears.add(hear)
      return async () => void ears.delete(hear)
    },
    notify: async (wake) => {
      for (const hear of ears) hear(wake)
    },
    ping: async () => void (await sql`select 1`.execute(db)),
    announce: (url) => lock?.announce(url),
    close: async () => {
      ears.clear()
      await jobs.close()
      await db.destroy()
      lock?.release()
    },
  }
}
