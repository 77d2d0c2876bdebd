import { tellError } from '@rolecall/api'
import { pino } from 'pino'
import { explain } from './explain.ts'
import { startServer } from './server.ts'
import { readSettings } from './settings.ts'

// A short shell: reads what the operator set, starts, says where, and stops when told to.

const serializers = { err: (error: unknown) => (error instanceof Error ? tellError(error) : error) }
const log = pino({ level: process.env['ROLECALL_LOG'] ?? 'warn', serializers }, pino.destination(2))

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  const server = await startServer(settings, log)
  console.log(`Rolecall is at ${server.url}/`)
  if (settings.demo) console.log(`Demo:       ${server.url}/demo/`)
  if (server.setupLink)
    console.log(`Set it up:  ${server.setupLink}\n            (works once, makes the first administrator)`)
  console.log(server.dataDir ? `Data:       ${server.dataDir}` : 'Data:       in PostgreSQL (DATABASE_URL)')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server.close))
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}

async function stop(close: () => Promise<void>): Promise<void> {
  // Whatever hangs, a service manager does not wait for ever.
  setTimeout(() => process.exit(1), 9000).unref()
  await close()
  process.exit(0)
}
