import { databaseUrlOf } from './database-url.ts'
import { type Get, SettingsError } from './reader.ts'

/** PostgreSQL, where it is used: whose addresses, and how many connections. */
export function postgresOf(get: Get) {
  const databaseUrl = databaseUrlOf(get)
  const migrateUrl = databaseUrlOf(get, 'ROLECALL_MIGRATE_URL')
  const listenUrl = databaseUrlOf(get, 'ROLECALL_LISTEN_URL')
  const alone = (migrateUrl && 'ROLECALL_MIGRATE_URL') || (listenUrl && 'ROLECALL_LISTEN_URL')
  if (alone && !databaseUrl) throw new SettingsError(`${alone} belongs to DATABASE_URL. Set both, or neither.`)
  return { databaseUrl, migrateUrl, listenUrl, poolSize: poolOf(get) }
}

function poolOf(get: Get): number | undefined {
  const text = get('ROLECALL_DB_POOL')
  if (text === undefined) return undefined
  const size = Number(text)
  if (/^\d{1,4}$/.test(text) && size >= 1 && size <= 1000) return size
  throw new SettingsError(`ROLECALL_DB_POOL is a number of connections from 1 to 1000, not "${text}".`)
}
