import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Front {
  url: string
  /** Where it leads. */
  to(url: string): void
  /** Hangs up on everybody and takes no more calls: the network is gone. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** A way to a server that can be cut, on a port that is known before the server has one. */
export async function openFront(): Promise<Front> {
  let port = 0
  let open = true
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    if (!open) return client.destroy()
    const upstream = connect(port, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream).pipe(client)
  })
  const cut = () => {
    open = false
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to: (url) => {
      port = Number(new URL(url).port)
    },
    cut,
    mend: () => {
      open = true
    },
    close: async () => {
      cut()
      await new Promise((done) => server.close(done))
    },
  }
}
