import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A port that is taken before anything else is done, and answers "not yet" until there is somebody to ask. */
export interface FrontDoor {
  readonly server: Server
  /** Where it listens: the address behind a name, the port behind 0. */
  readonly host: string
  readonly port: number
  /** From now on these requests are answered by `listener`. */
  open(listener: RequestListener): void
  /** Takes no new connection; resolves when the last answer has been given, at the latest after `ms`. */
  close(ms: number): Promise<void>
}

const notYet: RequestListener = (_, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
  response.end('Rolecall is starting.\n')
}

/** @throws an error with `code` EADDRINUSE, EACCES, … when the address cannot be had */
export async function takePort(host: string, port: number): Promise<FrontDoor> {
  let listener = notYet
  // Slow senders are cut (headers 20 s, whole request 30 s); answers may take as long as they take. Node
  // looks every 30 s unless it is told, and would let them take twice as long.
  const limits = {
    headersTimeout: 20_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: 1000,
  }
  const server = createServer(limits, (request, response) => listener(request, response))
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      done()
    })
  })
  const { address, port: taken } = server.address() as AddressInfo
  return {
    server,
    host: address,
    port: taken,
    open: (next) => {
      listener = next
    },
    close: async (ms) => {
      const closed = new Promise<void>((done) => server.close(() => done()))
      // A connection that has just had its answer is idle: nothing more is expected of it.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const late = setTimeout(() => server.closeAllConnections(), ms)
      await closed
      clearInterval(sweep)
      clearTimeout(late)
    },
  }
}
