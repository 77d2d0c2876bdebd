import type { FastifyInstance } from 'fastify'

/**
 * Who is refused while they are still sending may never read why, where the connection is closed under them. So it stays
 * open until they have sent it all, for as long as a request may take (door.ts); Node throws away what comes.
 */
export function hearOut(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, _, done) => {
    if (!request.raw.complete) reply.removeHeader('connection')
    done()
  })
}
