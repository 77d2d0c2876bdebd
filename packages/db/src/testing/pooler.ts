import { connect, createServer, type Socket } from 'node:net'
import { Messages } from './messages.ts'

export interface Pooler {
  url: string
  close(): Promise<void>
}

/**
 * What PgBouncer does with pool_mode=transaction: a client gets one of a few connections of its user for each
 * transaction, whichever is free, and what is kept on it stays for the next. Who is new signs in to the server itself
 * while there are few; the others are let in with a number of the pooler's own, as there.
 */
export async function poolerTo(url: string, size = 2): Promise<Pooler> {
  const target = new URL(url)
  const pools = new Map<string, Pool>()
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(
      client
        .setNoDelay()
        .on('close', () => clients.delete(client))
        .on('error', () => client.destroy()),
    )
    new Client().welcome(client, () => connect(Number(target.port), target.hostname), pools, size)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.port = String((server.address() as { port: number }).port)
  return {
    url: through.href,
    close: async () => {
      for (const client of clients) client.destroy()
      for (const { all } of pools.values()) for (const upstream of all) upstream.socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

class Upstream {
  hear: (type: string, message: Buffer) => void = () => {}
  readonly socket: Socket
  constructor(socket: Socket, pool: Pool) {
    this.socket = socket.setNoDelay().on('error', () => socket.destroy())
    const messages = new Messages()
    // The one byte that answers a wish for TLS does not come: nobody here wishes for it.
    socket.on('data', (chunk) => messages.take(chunk, (type, message) => this.hear(type, message)))
    socket.on('close', () => pool.leave(this))
  }
}

class Pool {
  readonly all = new Set<Upstream>()
  readonly free: Upstream[] = []
  readonly waiting: ((upstream: Upstream) => void)[] = []
  /** What the server says to whoever signs in, as messages. */
  greeting: Buffer[] = []
  leave(upstream: Upstream): void {
    this.all.delete(upstream)
    const at = this.free.indexOf(upstream)
    if (at >= 0) this.free.splice(at, 1)
  }
  give(upstream: Upstream): void {
    // What comes when nobody asks, as a wake-up, is nobody's.
    upstream.hear = () => {}
    const next = this.waiting.shift()
    if (next) next(upstream)
    else this.free.push(upstream)
  }
  take(then: (upstream: Upstream) => void): void {
    // Not the one used last: each transaction is on another.
    const upstream = this.free.shift()
    if (upstream) then(upstream)
    else this.waiting.push(then)
  }
}

class Client {
  #linked: Upstream | undefined
  #asked = false
  #later: Buffer[] = []
  welcome(socket: Socket, dial: () => Socket, pools: Map<string, Pool>, size: number) {
    const first = (chunk: Buffer) => {
      const who = chunk.subarray(8).toString().split('\0')
      const key = `${who[who.indexOf('user') + 1]} ${who[who.indexOf('database') + 1]}`
      const pool = pools.get(key) ?? new Pool()
      pools.set(key, pool)
      if (pool.all.size < size || pool.greeting.length === 0) this.#signIn(socket, dial(), chunk, pool)
      else this.#letIn(socket, pool)
    }
    socket.once('data', first)
  }

  #signIn(socket: Socket, to: Socket, startup: Buffer, pool: Pool): void {
    const upstream = new Upstream(to, pool)
    pool.all.add(upstream)
    const pass = (chunk: Buffer) => to.write(chunk)
    const greeting: Buffer[] = []
    upstream.hear = (type, message) => {
      if (type === 'S' || (type === 'R' && message.readInt32BE(5) === 0)) greeting.push(message)
      socket.write(type === 'K' ? number() : message)
      if (type !== 'Z') return
      socket.off('data', pass)
      pool.greeting = greeting
      pool.give(upstream)
      this.#serve(socket, pool)
    }
    to.on('connect', () => to.write(startup)).on('close', () => this.#linked === upstream && socket.destroy())
    to.on('close', () => pool.greeting.length === 0 && socket.end())
    socket.on('data', pass)
  }

  #letIn(socket: Socket, pool: Pool): void {
    for (const message of pool.greeting) socket.write(message)
    socket.write(number())
    socket.write(Buffer.from([0x5a, 0, 0, 0, 5, 0x49]))
    this.#serve(socket, pool)
  }

  #serve(socket: Socket, pool: Pool): void {
    const messages = new Messages()
    socket.on('data', (chunk) =>
      messages.take(chunk, (type, message) => {
        if (type === 'X') return socket.end()
        if (this.#linked) return void this.#linked.socket.write(message)
        this.#later.push(message)
        if (this.#asked) return
        this.#asked = true
        pool.take((upstream) => this.#link(socket, pool, upstream))
      }),
    )
    // In the middle of a transaction nobody else can use it.
    socket.on('close', () => this.#linked?.socket.destroy())
  }

  #link(socket: Socket, pool: Pool, upstream: Upstream): void {
    this.#asked = false
    if (socket.destroyed) return pool.give(upstream)
    this.#linked = upstream
    upstream.hear = (type, message) => {
      socket.write(message)
      if (type !== 'Z' || message[5] !== 0x49) return
      this.#linked = undefined
      pool.give(upstream)
    }
    for (const message of this.#later.splice(0)) upstream.socket.write(message)
  }
}

/** BackendKeyData that is no server's. */
function number(): Buffer {
  const message = Buffer.alloc(13)
  message.write('K')
  message.writeInt32BE(12, 1)
  message.writeInt32BE(1_000_000_000, 5)
  return message
}
