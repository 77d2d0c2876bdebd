import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { eventFrame, frameOf } from './frame.ts'
import { Wire } from './wire.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function serving(answer: (response: ServerResponse) => void): Promise<number> {
  server = createServer((_, response) => answer(response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

/** What comes back for a request of that HTTP version, to the last byte. */
async function raw(port: number, version: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET / HTTP/${version}\r\nhost: x\r\nconnection: close\r\n\r\n`)
  return Buffer.concat(await socket.toArray()).toString()
}

const events = [eventFrame(1, { type: 'session' }), frameOf('data: größer\n\n'), eventFrame(2, { type: 'resync' })]
const text = 'id: 1\ndata: {"type":"session"}\n\ndata: größer\n\nid: 2\ndata: {"type":"resync"}\n\n'

test.each(['1.1', '1.0'])('carries the same text over HTTP/%s', async (version) => {
  const port = await serving((response) => {
    const wire = new Wire(response, { 'x-request-id': 'r' })
    for (const event of events) wire.write(event)
    setImmediate(() => wire.end())
  })
  const answer = await raw(port, version)
  const [head, body] = [answer.slice(0, answer.indexOf('\r\n\r\n')), answer.slice(answer.indexOf('\r\n\r\n') + 4)]
  expect(head).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(head.toLowerCase()).toContain('content-type: text/event-stream')
  expect(head).toContain('x-request-id: r')
  if (version === '1.0') expect(body).toBe(text)
  else expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe(text)
})

test('sends before the turn of the loop is over', async () => {
  const order: string[] = []
  const port = await serving((response) => {
    const wire = new Wire(response, {})
    const { socket } = response
    const send = socket?.write.bind(socket)
    if (socket)
      socket.write = ((...args: Parameters<typeof socket.write>) => {
        order.push('sent')
        return send?.(...args)
      }) as typeof socket.write
    wire.write(eventFrame(1, { type: 'session' }))
    order.push('went on')
    setImmediate(() => wire.end())
  })
  await (await fetch(`http://127.0.0.1:${port}`)).text()
  expect(order.slice(0, 2)).toEqual(['sent', 'went on'])
})

test('writes nothing to who has gone, and tells when they go', async () => {
  let closed = false
  let wire: Wire | undefined
  const port = await serving((response) => {
    wire = new Wire(response, {})
    wire.onClose(() => {
      closed = true
    })
  })
  const stop = new AbortController()
  await fetch(`http://127.0.0.1:${port}`, { signal: stop.signal })
  stop.abort()
  await expect.poll(() => closed).toBe(true)
  expect(wire?.open).toBe(false)
  wire?.write(events[0] as (typeof events)[0])
  wire?.end()
})
