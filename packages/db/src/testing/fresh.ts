import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { connect, walled } from '../connect/connect.ts'
import type { Database, Engine } from '../connect/database.ts'
import { barePglite, inMemory, openPglite } from '../connect/pglite.ts'
import { rolesFor } from '../wall/names.ts'
import { asRuntime, databaseUrl } from './address.ts'
import { lender } from './lend.ts'
import { owned } from './owner.ts'
import { query } from './query.ts'

export const engines = ['pglite', 'postgres'] as const

/**
 * Those of a long test of what is decided above the database: PostgreSQL every day, both with `TEST_ENGINES=both` (`npm run
 * prove -- engines`). That every door's statements work on either is what the matrix shows.
 */
export const oneEngine: readonly Engine[] = process.env['TEST_ENGINES'] === 'both' ? engines : ['postgres']

/**
 * A migrated, empty database of your own. Close it when done: that also drops it, or lends it to the next.
 * @param options.alone that nobody else gets afterwards, with a role of its own, for who changes more than rows
 */
export async function freshDatabase(
  engine: Engine,
  { alone = false, poolSize }: { poolSize?: number; alone?: boolean } = {},
): Promise<Database> {
  if (!alone && poolSize === undefined) return await lend[engine]()
  if (engine === 'pglite') return await embedded()
  const postgres = await freshPostgres()
  const { url, drop } = postgres
  const database = alone ? owned(await connect({ url, poolSize }), url) : await asTheirs(postgres, poolSize)
  return {
    ...database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

const dumped = async (which: 'bare' | 'migrated') => new Blob([await readFile(inject('rolecallServers')[which])])
const embedded = async () => await walled(await openPglite(inMemory, await dumped('migrated')))

/** As the walled role that the copies of a template share. */
const asTheirs = async ({ url, runtimeUrl }: { url: string; runtimeUrl: string }, poolSize?: number) =>
  owned(await connect({ url: runtimeUrl, migrateUrl: url, poolSize }), url)

// What is lent is dropped when the run ends.
const lend = { pglite: lender(embedded), postgres: lender(async () => asTheirs(await freshPostgres())) }

/**
 * The owner's address of a migrated PostgreSQL database of your own, for servers started as processes, which make a role of
 * its own for it; and the address of the walled role that it has already. Drop it when done.
 */
export async function freshPostgres(): Promise<{ url: string; runtimeUrl: string; drop: () => Promise<void> }> {
  const { postgres, template, runtime } = inject('rolecallServers')
  const name = `${template}_${randomBytes(8).toString('hex')}`
  // To copy files takes a third of what it takes to write down every change.
  await query(postgres, `create database ${name} template ${template} strategy file_copy`)
  const url = databaseUrl(postgres, name)
  return {
    url,
    runtimeUrl: asRuntime(url, runtime),
    drop: async () => {
      await query(postgres, `drop database if exists ${name} with (force)`)
      const { runtime, search } = rolesFor(name)
      await query(postgres, `drop role if exists "${runtime}", "${search}"`)
    },
  }
}

/** A data folder of your own whose embedded database is as new and has no schema yet. Remove it when done. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-data-'))
  const pglite = await barePglite(join(folder, 'pglite'), await dumped('bare'))
  await pglite.close()
  return folder
}
