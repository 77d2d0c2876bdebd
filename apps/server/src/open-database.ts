import { BadAddress, connect, type Database, tryAddress } from '@rolecall/db'
import { databaseOf } from './database.ts'
import type { Settings } from './settings.ts'

/** The database that the operator set, opened. @throws what explain.ts can put into words, within ten seconds where nobody answers */
export async function openDatabase(settings: Settings, poolSize = settings.poolSize): Promise<Database> {
  const options = databaseOf(settings, poolSize)
  const fault = options.url === undefined ? undefined : await faultOf(settings)
  // A role that is not there yet is not let in: opening says which statement makes it.
  if (fault && !(settings.migrateUrl && letsNobodyIn(fault))) throw fault
  return connect(options).catch((error: unknown) => {
    throw fault && (error as { code?: string }).code !== undefined ? fault : error
  })
}

/** All that are set, at once: each may take its time to say nothing. */
async function faultOf({ migrateUrl, databaseUrl, listenUrl }: Settings): Promise<BadAddress | undefined> {
  const addresses = { ROLECALL_MIGRATE_URL: migrateUrl, DATABASE_URL: databaseUrl, ROLECALL_LISTEN_URL: listenUrl }
  const set = Object.entries(addresses).filter((one): one is [string, string] => one[1] !== undefined)
  const tried = await Promise.allSettled(set.map(([name, url]) => tryAddress(url, name)))
  const bad = tried.find((one) => one.status === 'rejected')?.reason
  if (bad === undefined || bad instanceof BadAddress) return bad
  throw bad
}

const letsNobodyIn = ({ cause }: BadAddress): boolean =>
  ['28P01', '28000'].includes((cause as { code?: string } | undefined)?.code ?? '')
