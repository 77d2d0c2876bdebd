import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hearOut } from './unread.ts'

const app = fastify({ bodyLimit: 1000 })
hearOut(app)
app.post('/echo', ({ body }) => body)
beforeAll(() => app.listen({ host: '127.0.0.1', port: 0 }))
afterAll(() => app.close())

const piece = 'x'.repeat(1000)
const pieces = 20

test.each([
  ['declared', `content-length: ${pieces * piece.length}`, piece, ''],
  ['in chunks', 'transfer-encoding: chunked', `3e8\r\n${piece}\r\n`, '0\r\n\r\n'],
])('who is refused while they still send is heard to the end: a length %s', async (_, length, part, end) => {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  const closed = once(socket, 'close')
  let heard = ''
  socket.on('data', (data) => {
    heard += data
  })
  socket.write(`POST /echo HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n${length}\r\n\r\n`)
  for (let nr = 0; nr < pieces; nr++) {
    socket.write(part)
    await pause(2)
  }
  expect(socket.closed).toBe(false)
  // The same connection is good for the next request.
  socket.write(`${end}GET /last HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n`)
  await closed
  expect([...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['413', '404'])
})
