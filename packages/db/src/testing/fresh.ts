import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inject } from 'vitest'
import { connect, walled } from '../connect/connect.ts'
import type { Database, Engine } from '../connect/database.ts'
import { inMemory, openPglite } from '../connect/pglite.ts'
import { databaseUrl } from './address.ts'
import { lender } from './lend.ts'
import { query } from './query.ts'

export const engines = ['pglite', 'postgres'] as const

/**
 * A migrated, empty database of your own. Close it when done: that also drops it, or lends it to the next.
 * @param options.alone that nobody else gets afterwards, for who changes more than rows
 */
export async function freshDatabase(
  engine: Engine,
  { alone = false, ...options }: { poolSize?: number; alone?: boolean } = {},
): Promise<Database> {
  if (engine === 'pglite') return await (alone ? embedded() : lend())
  const { url, drop } = await freshPostgres()
  const database = await connect({ url, ...options })
  return {
    ...database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

async function embedded(): Promise<Database> {
  const { dump } = inject('rolecallServers')
  return await walled(await openPglite(inMemory, new Blob([await readFile(dump)])))
}

// A copy of a database costs PostgreSQL little.
const lend = lender(embedded)

/** The address of a migrated PostgreSQL database of your own, for servers started as processes; drop it when done. */
export async function freshPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { postgres, template } = inject('rolecallServers')
  const name = `rolecall_test_${randomUUID().replaceAll('-', '')}`
  await query(postgres, `create database ${name} template ${template}`)
  return {
    url: databaseUrl(postgres, name),
    drop: async () => void (await query(postgres, `drop database if exists ${name} with (force)`)),
  }
}
