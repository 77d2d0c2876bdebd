import { createServer, type Socket } from 'node:net'

/** Something that listens where PostgreSQL is expected, and is not what is needed. */
export interface BadServer {
  port: number
  close(): Promise<void>
}

async function serve(meet: (socket: Socket) => void): Promise<BadServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    meet(socket)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

/** Takes connections and never says a word, as behind a firewall. */
export const silent = () => serve(() => {})

/** Speaks something else. */
export const notPostgres = () =>
  serve((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))

/** PostgreSQL of that version, as far as it is asked. https://www.postgresql.org/docs/18/protocol-message-formats.html */
export const ofVersion = (version: string) =>
  serve((socket) => {
    let greeted = false
    socket.on('data', (data) => {
      const ready = message('Z', Buffer.from('I'))
      if (!greeted) socket.write(Buffer.concat([message('R', int(0)), ready]))
      else if (data[0] === 'Q'.charCodeAt(0)) socket.write(Buffer.concat([row('number', version), ready]))
      greeted = true
    })
  })

const text = (value: string) => Buffer.from(`${value}\0`)
const short = (value: number) => Buffer.from([value >> 8, value & 0xff])
const int = (value: number) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 0xff))
const message = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type), int(body.length + 4), body])
}
const row = (name: string, value: string) =>
  Buffer.concat([
    message('T', short(1), text(name), int(0), short(0), int(25), short(0xffff), int(-1), short(0)),
    message('D', short(1), int(value.length), Buffer.from(value)),
    message('C', text('SELECT 1')),
  ])
