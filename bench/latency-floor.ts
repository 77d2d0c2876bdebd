import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

// The floors of the latency bench: node:http, one statement through pg, and the event to everybody who listens in this
// process. No rights, no routes, no validation, no other process, nobody's scope.
//   POST /same    stores what the house stores: its one statement (who is it, which chat, in order, into the outbox)
//   POST /insert  stores one row, and nothing that a chat needs around it

const url = process.env['FLOOR_URL']
// The owner of visitor_say's schema may become the role that enters accounts.
const become = `select set_config('role', runtime, false), set_config('search_path', 'rolecall, pg_temp', false)
  from rolecall.installation`
const same = new pg.Pool({
  connectionString: url,
  onConnect: (client) => client.query(become) as never,
})
const bare = new pg.Pool({ connectionString: url })
await bare.query(`create table if not exists floor_message (
  id uuid primary key, body text not null, at timestamptz not null default now())`)

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
  const said = request.url === '/same' ? await say(JSON.parse(text)) : await insert(JSON.parse(text))
  for (const stream of streams) stream.write(`id: ${++last}\ndata: ${JSON.stringify(said.event)}\n\n`)
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said.answer))
})
server.listen(0, '127.0.0.1', () => console.log(`PORT ${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit(0))

interface Said {
  event: unknown
  answer: unknown
}

async function say({ account, hash, id, body }: Record<string, string>): Promise<Said> {
  const text = 'select * from visitor_say($1::uuid, $2, $3::uuid, $4)'
  const { rows } = await same.query({ name: 'say', text, values: [account, hash, id, body] })
  if (rows[0]?.outcome !== 'said') throw new Error(`visitor_say: ${rows[0]?.outcome}`)
  return { event: rows[0].data, answer: rows[0].data.message }
}

async function insert({ id, body }: Record<string, string>): Promise<Said> {
  const text = 'insert into floor_message (id, body) values ($1, $2) returning at'
  const { rows } = await bare.query({ name: 'insert', text, values: [id, body] })
  const message = { id, body, at: rows[0].at }
  return { event: { type: 'message', message }, answer: message }
}
