import { type ConnectOptions } from '@rolecall/db'
import type { Settings } from './settings.ts'

/** Where the settings say that the database is. `poolSize`: for who needs fewer connections than a server. */
export function databaseOf(settings: Settings, poolSize = settings.poolSize): ConnectOptions {
  const { databaseUrl: url, migrateUrl, listenUrl, dataDir } = settings
  return url ? { url, migrateUrl, listenUrl, poolSize } : { dataDir }
}
