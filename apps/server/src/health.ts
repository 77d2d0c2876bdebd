import { type Database, probeFolder } from '@rolecall/db'
import type { FastifyInstance } from 'fastify'

/** `/healthz`: the process lives. `/readyz`: it serves, that is, its database answers and takes changes. */
export function health(app: FastifyInstance, database: Database): void {
  const ready = onceASecond(() => isReady(database))
  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))
  app.get('/readyz', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await database.ping()
    } catch (err) {
      request.log.warn({ err }, 'the database does not answer')
      return reply.code(503).send({ ok: false, database: 'does not answer' })
    }
    try {
      await ready()
      return { ok: true }
    } catch (err) {
      request.log.warn({ err }, 'the database takes no changes: is its disk full?')
      return reply.code(503).send({ ok: false, database: 'takes no changes' })
    }
  })
}

/** Tries a change: a full disk, or a primary that became a standby, still answers every question. @throws */
async function isReady({ db, dataDir }: Database): Promise<void> {
  if (dataDir) probeFolder(dataDir)
  const value = JSON.stringify(new Date())
  await db
    .insertInto('setting')
    .values({ key: 'probe', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** Anybody may ask: what was tried within the last second is not tried again. */
function onceASecond(attempt: () => Promise<void>): () => Promise<void> {
  let tried: Promise<void> | undefined
  let until = 0
  return () => {
    if (tried && Date.now() < until) return tried
    until = Date.now() + 1000
    tried = attempt()
    return tried
  }
}
