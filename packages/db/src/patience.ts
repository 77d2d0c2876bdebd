import type { Client } from 'pg'

/**
 * How long to wait for PostgreSQL, ms: for a connection (also for a free one), then for an answer. One after the other
 * they stay below the 5 s within which a database that is down has to show (reliability.md 20).
 */
export const patience = { connectionTimeoutMillis: 1500, query_timeout: 3400 }

/**
 * A client that hangs up when an answer does not come. pg alone leaves such a connection in the pool, where the
 * rollback, and whoever gets it next, would queue behind the answer that never comes.
 */
export function impatient(Base: typeof Client): typeof Client {
  return class extends Base {
    // biome-ignore lint/suspicious/noExplicitAny: pg's query has seven overloads and this passes them all on
    override query(...args: any[]): any {
      const answer = (super.query as (...args: unknown[]) => unknown)(...args)
      if (answer instanceof Promise) answer.catch((error: unknown) => isSilence(error) && this.hangUp())
      return answer
    }

    hangUp(): void {
      ;(this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    }
  }
}

const isSilence = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout'
