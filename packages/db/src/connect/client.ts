import type { Client, ClientConfig } from 'pg'
import { nameOf } from './prepared.ts'

/**
 * How long to wait for PostgreSQL, ms: for a connection, be it a new one or a free one, and for an answer. A request
 * that waits for both, one after the other, is answered within 5 s (reliability.md 20, 21).
 */
export const patience = { connectionTimeoutMillis: 2100, query_timeout: 2700 }

/** What PostgreSQL itself is told, ms: it stops a statement before we hang up, and one that waits for a lock before that. */
export const stops = { statement_timeout: patience.query_timeout - 300, lock_timeout: 1500 }

/**
 * A client that hangs up when an answer does not come, and that prepares what every request asks, unless there is a
 * pooler in between, behind which the next call may be on another connection. pg alone leaves a silent connection in the
 * pool, where the rollback, and whoever gets it next, would queue behind the missing answer.
 */
export function impatient(Base: typeof Client, { prepares }: { prepares: boolean }): typeof Client {
  class Impatient extends Base {
    constructor(config?: ClientConfig) {
      super(config)
      const ask = this.query.bind(this) as Ask
      const query: Ask = (text, values, ...rest) => {
        const plain = prepares && typeof text === 'string' && Array.isArray(values) && rest.length === 0
        const name = plain ? nameOf(text) : undefined
        const answer = name ? ask({ name, text, values }) : ask(text, values, ...rest)
        if (answer instanceof Promise) answer.catch((error: unknown) => isSilence(error) && hangUp(this))
        return answer
      }
      this.query = query as typeof this.query
    }
  }
  return Impatient
}

/** All seven of pg's overloads at once. */
type Ask = (text: unknown, ...more: unknown[]) => unknown

const isSilence = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout'

/** pg has no word for it: `end` says goodbye and waits to be heard. */
function hangUp(client: Client): void {
  ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
}
