import { pino } from 'pino'
import { begin } from './begin.ts'
import { explain } from './explain.ts'

// A short shell: starts, says where, and stops when told to.

try {
  const { server, text } = await begin(process.env, process.argv.slice(2), pino.destination(2))
  console.log(text)
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
