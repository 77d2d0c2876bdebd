import type { Database } from '@rolecall/db'
import type { FastifyInstance } from 'fastify'

/** `/healthz`: the process lives. `/readyz`: it serves, that is, its database answers. */
export function health(app: FastifyInstance, database: Database): void {
  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))
  app.get('/readyz', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await database.ping()
      return { ok: true }
    } catch (err) {
      request.log.warn({ err }, 'the database does not answer')
      return reply.code(503).send({ ok: false, database: 'does not answer' })
    }
  })
}
