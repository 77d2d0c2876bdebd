import type { DestinationStream } from 'pino'
import { logTo } from './log.ts'
import { startServer } from './server.ts'
import type { Env } from './settings/reader.ts'
import { readSettings } from './settings.ts'

/** Starts what the operator set; resolves to the server, and to what they should read. @throws what explain.ts can put into words */
export async function begin(env: Env, args: readonly string[], err: DestinationStream) {
  const settings = readSettings(env, args)
  const server = await startServer(settings, logTo(settings.logLevel, err))
  const lines = [
    `Rolecall is at ${server.url}/`,
    settings.demo && `Demo:       ${server.url}/demo/`,
    server.setupLink && `Set it up:  ${server.setupLink}\n            (works once, makes the first administrator)`,
    `Data:       ${server.dataDir ?? 'in PostgreSQL (DATABASE_URL)'}`,
  ]
  return { server, text: lines.filter(Boolean).join('\n') }
}
