import type { FastifyInstance } from 'fastify'
import type { Trust } from './settings/proxies.ts'

/**
 * Says once, in the log, that requests come through a proxy that was not declared. Behind one everybody has its address, so
 * that a whole site shares one visitor's limits, and wrong passwords from anywhere lock everybody out.
 */
export function warnOfProxy(app: FastifyInstance, trust: Trust | undefined): void {
  let said = false
  app.addHook('onRequest', (request, _, done) => {
    if (!said) {
      const { socket, headers } = request.raw
      const peer = socket.remoteAddress ?? ''
      const trusted = trust?.(peer, 0) ?? false
      const way = headers['x-forwarded-for'] ?? headers['forwarded']
      said = way !== undefined && (!trusted || headers['x-forwarded-for'] === undefined)
      if (said) request.log.warn({ peer }, trusted ? onlyForwarded : undeclared)
    }
    done()
  })
}

const undeclared =
  'a request came with forwarded addresses from a peer that is no declared proxy: if it is yours, name it in ROLECALL_TRUST_PROXY, ' +
  'or all who come through it count as one person and share their limits'
const onlyForwarded =
  'a proxy of ROLECALL_TRUST_PROXY sends Forwarded and no X-Forwarded-For: only the latter is read, so all who come through it count as one person'
