import type { Log } from './log.ts'

// What of an error goes into the log: an allow-list. A failed statement carries its parameters, a rejected row its
// values, a parser the text that it stumbled over: visitors' words, addresses, hashes. None of them is on the list.

/** Of the database's and the network's errors: what failed where, and never with which value. */
const facts = [
  'code',
  'severity',
  'routine',
  'schema',
  'table',
  'column',
  'constraint',
  'syscall',
  'statusCode',
] as const

interface Told {
  type: string
  message?: string
  stack?: string
  cause?: Told
  errors?: Told[]
  [fact: string]: unknown
}

export function tellError(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { type: typeof error }
  const told: Told = { type: error.constructor.name }
  for (const fact of facts) {
    const value = (error as unknown as Record<string, unknown>)[fact]
    if (typeof value === 'string' && /^[\w.-]{1,100}$/.test(value)) told[fact] = value
    if (typeof value === 'number') told[fact] = value
  }
  if (!quotes(error)) told.message = error.message.slice(0, 500)
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  if (frames?.length) told.stack = frames.join('\n')
  if (depth < 4 && error.cause !== undefined) told.cause = tellError(error.cause, depth + 1)
  if (depth < 4 && error instanceof AggregateError) {
    told.errors = error.errors.slice(0, 5).map((one) => tellError(one, depth + 1))
  }
  return told
}

/** Whose message repeats what it was given: parsers, PostgreSQL of data it could not read, and checks of inputs. */
function quotes(error: Error): boolean {
  const { code } = error as { code?: unknown }
  return (
    error instanceof SyntaxError || error.name === 'ZodError' || (typeof code === 'string' && /^(22|42)/.test(code))
  )
}

/** The same log, which is told of errors what `tellError` tells. */
export function discreet(log: Log): Log {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (fields: unknown, message?: string) => {
    const known = typeof fields === 'object' && fields !== null
    // pino knows an error by its class and would write down all of it.
    const told = fields instanceof Error ? { err: tellError(fields) } : fields
    const safe =
      known && 'err' in (told as object) ? { ...(told as object), err: errOf(told as { err: unknown }) } : told
    log[level](safe, message)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const errOf = ({ err }: { err: unknown }) => (err instanceof Error ? tellError(err) : err)
