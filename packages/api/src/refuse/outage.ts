// SQLSTATE 08* (connection), 57P0x (shut down, starting up); Node's socket errors; pg's own two sentences.
const states = /^(08...|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)$/
const sentences =
  /Connection terminated|Client has encountered a connection error|Query read timeout|PGlite is closed|driver has already been destroyed/i

const why: readonly [why: Exclude<Outage, 'down'>, codes: RegExp, sentences?: RegExp][] = [
  ['slow', /^57014$/],
  ['locked', /^55P03$/],
  ['full', /^(53100|58030|ENOSPC)$/, /No space left on device|ENOSPC/i],
  ['busy', /^53300$/, /timeout exceeded when trying to connect/],
]

/** Why the database could not do it: not there, stopped for taking long, waited for somebody, no room, too much asked. */
export type Outage = 'down' | 'slow' | 'locked' | 'full' | 'busy'

/** undefined: it is no outage, but a bug or a refusal. */
export function outageOf(error: unknown): Outage | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code, message } = at as Error & { code?: unknown }
    const found = why.find(
      ([, codes, words]) => (typeof code === 'string' && codes.test(code)) || words?.test(message) === true,
    )
    if (found) return found[0]
  }
  return databaseIsDown(error) ? 'down' : undefined
}

/** Whether an error says that the database could not be reached or went away: worth a 503 and a retry, unlike a bug. */
function databaseIsDown(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string' && states.test(code)) return true
    if (sentences.test(at.message)) return true
    if (at instanceof AggregateError && at.errors.some(databaseIsDown)) return true
  }
  return false
}

/** Somebody wrote what may be there once only, at the same moment: a unique key stood in the way. */
export function isThereAlready(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if ((at as { code?: unknown }).code === '23505') return true
  return false
}

/** Deadlock or serialization failure: PostgreSQL undid everything and the same transaction may simply be run again. */
export function worthAnotherTry(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code
    if (code === '40P01' || code === '40001') return true
  }
  return false
}
