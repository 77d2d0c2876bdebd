import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

// The floor of the streams bench: node:http and a Set. What is posted goes to everybody, as it is.

const streams = new Set<ServerResponse>()
let last = 0

const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
    streams.add(response)
    response.on('close', () => streams.delete(response))
    return
  }
  let text = ''
  for await (const chunk of request) text += chunk
  const event = `id: ${++last}\ndata: ${text}\n\n`
  for (const stream of streams) stream.write(event)
  response.end('{}')
})
server.listen(0, '127.0.0.1', () => console.log(`PORT ${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit(0))
