import { resolve } from 'node:path'
import { Sentence } from './sentence.ts'

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
  /** Whose X-Forwarded-For is believed: addresses of proxies, by comma. */
  trustProxy: string | undefined
  /** How much of everybody's allowance there is: so many times as much, or no limit (null). */
  limits: number | null
  demo: boolean
}

/** What the operator wrote cannot be used; the message says what to write instead. */
export class SettingsError extends Sentence {}

type Env = Readonly<Record<string, string | undefined>>

/** @throws {SettingsError} */
export function readSettings(env: Env, args: readonly string[] = []): Settings {
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown) throw new SettingsError(`There is no option ${unknown}. There is: --demo.`)
  const set = (name: string) => env[name]?.trim() || undefined
  const alone = ['ROLECALL_MIGRATE_URL', 'ROLECALL_LISTEN_URL'].find((name) => set(name) && !set('DATABASE_URL'))
  if (alone) throw new SettingsError(`${alone} belongs to DATABASE_URL. Set both, or neither.`)
  const secret = set('ROLECALL_SECRET')
  if (secret && secret.length < 32) throw new SettingsError('ROLECALL_SECRET must be at least 32 characters long.')
  return {
    port: portOf(set('PORT')),
    host: set('HOST') ?? '127.0.0.1',
    url: urlOf('ROLECALL_URL', set('ROLECALL_URL'), ['http:', 'https:'])?.replace(/\/+$/, ''),
    dataDir: resolve(set('ROLECALL_DATA') ?? '.rolecall'),
    databaseUrl: urlOf('DATABASE_URL', set('DATABASE_URL'), ['postgres:', 'postgresql:']),
    migrateUrl: urlOf('ROLECALL_MIGRATE_URL', set('ROLECALL_MIGRATE_URL'), ['postgres:', 'postgresql:']),
    listenUrl: urlOf('ROLECALL_LISTEN_URL', set('ROLECALL_LISTEN_URL'), ['postgres:', 'postgresql:']),
    poolSize: poolOf(set('ROLECALL_DB_POOL')),
    smtpUrl: urlOf('SMTP_URL', set('SMTP_URL'), ['smtp:', 'smtps:']),
    mailFrom: set('ROLECALL_MAIL_FROM'),
    secret,
    trustProxy: set('ROLECALL_TRUST_PROXY'),
    limits: limitsOf(set('ROLECALL_LIMITS')),
    demo: args.includes('--demo'),
  }
}

function limitsOf(text = '1'): number | null {
  if (text === 'off') return null
  const factor = Number(text)
  if (factor >= 0.1 && factor <= 1000) return factor
  throw new SettingsError(`ROLECALL_LIMITS is a number from 0.1 to 1000, or "off", not "${text}".`)
}

function portOf(text = '4000'): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new SettingsError(`PORT is a number from 0 to 65535, not "${text}".`)
}

function poolOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const size = Number(text)
  if (/^\d{1,4}$/.test(text) && size >= 1 && size <= 1000) return size
  throw new SettingsError(`ROLECALL_DB_POOL is a number of connections from 1 to 1000, not "${text}".`)
}

// The value may hold a password: it is never repeated.
function urlOf(name: string, text: string | undefined, protocols: readonly string[]): string | undefined {
  if (text === undefined || protocols.includes(URL.parse(text)?.protocol ?? '')) return text
  throw new SettingsError(`${name} must be an address that begins with ${protocols.join('// or ')}//.`)
}
