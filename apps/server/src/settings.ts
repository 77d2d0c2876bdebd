import { resolve } from 'node:path'
import { listenOf } from './settings/listen.ts'
import { mailOf } from './settings/mail.ts'
import { postgresOf } from './settings/postgres.ts'
import { proxiesOf, type Trust } from './settings/proxies.ts'
import { publicUrlOf } from './settings/public-url.ts'
import { type Env, type Get, reader, SettingsError } from './settings/reader.ts'

/** How one server process is started. */
export interface Settings {
  /** 0: any free one. */
  port: number
  /** The address to listen on; by default only this machine reaches it. */
  host: string
  /** Where browsers find the server; without it, on this machine. */
  url: string | undefined
  /** The embedded database, the keys that belong to it, and nothing else. */
  dataDir: string
  /** PostgreSQL instead of the embedded database. */
  databaseUrl: string | undefined
  /** Its owner's address, where the one above is the walled role's. */
  migrateUrl: string | undefined
  /** An address of it that goes past a pooler, to hear wake-ups by. */
  listenUrl: string | undefined
  /** Connections to it. */
  poolSize: number | undefined
  smtpUrl: string | undefined
  /** Whom letters come from. */
  mailFrom: string | undefined
  /** Signs session cookies; without it, one is made and kept in the database. */
  secret: string | undefined
  /** Whose X-Forwarded-For is believed. */
  trustProxy: Trust | undefined
  logLevel: string
  /** How much of everybody's allowance there is: so many times as much, or no limit (null). */
  limits: number | null
  demo: boolean
}

/** @throws {SettingsError} */
export function readSettings(env: Env, args: readonly string[] = []): Settings {
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown) throw new SettingsError(`There is no option ${unknown}. There is: --demo.`)
  const { get, refuseUnknown } = reader(env)
  const settings = {
    ...listenOf(get),
    url: publicUrlOf(get),
    dataDir: resolve(get('ROLECALL_DATA') ?? '.rolecall'),
    ...postgresOf(get),
    ...mailOf(get),
    secret: secretOf(get),
    trustProxy: proxiesOf(get),
    logLevel: logLevelOf(get),
    limits: limitsOf(get),
    demo: args.includes('--demo'),
  }
  refuseUnknown()
  return settings
}

function secretOf(get: Get): string | undefined {
  const secret = get('ROLECALL_SECRET')
  if (secret === undefined || secret.length >= 32) return secret
  throw new SettingsError(
    'ROLECALL_SECRET must be at least 32 characters long, such as `openssl rand -base64 32` prints. Without it one is made.',
  )
}

function limitsOf(get: Get): number | null {
  const text = get('ROLECALL_LIMITS') ?? '1'
  if (text === 'off') return null
  const factor = Number(text)
  if (factor >= 0.1 && factor <= 1000) return factor
  throw new SettingsError(`ROLECALL_LIMITS is a number from 0.1 to 1000, or "off", not "${text}".`)
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

function logLevelOf(get: Get): string {
  const level = get('ROLECALL_LOG') ?? 'warn'
  if (levels.includes(level)) return level
  throw new SettingsError(`ROLECALL_LOG is one of ${levels.join(', ')}, not "${level}".`)
}
