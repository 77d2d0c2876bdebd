import type { Client } from 'pg'
import { nameOf } from './prepared.ts'

/**
 * How long to wait for PostgreSQL, ms, so that a database that is down shows within 5 s (reliability.md 20): for a
 * connection, be it a new one or a free one, and for an answer. Only a request that queued behind a busy pool and then
 * got the last good connection may wait for both, one after the other.
 */
export const patience = { connectionTimeoutMillis: 4500, query_timeout: 3400 }

/**
 * A client that hangs up when an answer does not come, and that prepares what every request asks. pg alone leaves a
 * silent connection in the pool, where the rollback, and whoever gets it next, would queue behind the missing answer.
 */
export function impatient(Base: typeof Client): typeof Client {
  return class extends Base {
    // biome-ignore lint/suspicious/noExplicitAny: pg's query has seven overloads and this passes them all on
    override query(...args: any[]): any {
      const [text, values] = args
      const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
      const ask = super.query as (...args: unknown[]) => unknown
      const answer = name ? ask.call(this, { name, text, values }) : ask.apply(this, args)
      if (answer instanceof Promise) answer.catch((error: unknown) => isSilence(error) && this.hangUp())
      return answer
    }

    hangUp(): void {
      ;(this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    }
  }
}

const isSilence = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout'
