import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { ownPostgres } from '../packages/db/src/testing/server.ts'
import { inTurns, quartiles, verdict } from './blocks.ts'
import {
  clientOf,
  type Memory,
  memoryOf,
  type Served,
  signIn,
  startBare,
  startRolecall,
  visitorsOf,
} from './serving.ts'

// What an open stream weighs, and how long one message takes to reach 2,000 of them, against a bare node:http hub.
// Each server is a process of its own and new for each round of weighing; the readers live in this one.

const count = 2000
const weighings = 5
const rounds = 30
const words = 'Is the green one in stock again?'

/** A server, how to open a stream on it, and how to make it send something with an id in it to all of them. */
interface Side {
  server: Served
  request: string
  send(id: string): Promise<unknown>
}

const postgres = await ownPostgres()
try {
  const weights: { house: Memory; bare: Memory }[] = []
  let house: Side | undefined
  let bare: Side | undefined
  for (let round = 0; round < weighings; round++) {
    await Promise.all([house?.server.stop(), bare?.server.stop()])
    house = await startHouse()
    bare = await startFloor()
    weights.push({ house: await weigh(house), bare: await weigh(bare) })
  }
  if (!house || !bare) throw new Error('Nothing was weighed.')
  const kB = (side: 'house' | 'bare', what: keyof Memory) =>
    (quartiles(weights.map((one) => one[side][what]))[1] / 1024).toFixed(1)
  const ratios = (what: keyof Memory) => weights.map((one) => one.house[what] / one.bare[what])
  console.log(
    `memory held by an open stream, of ${count}: house ${kB('house', 'held')} kB, bare hub ${kB('bare', 'held')} kB`,
  )
  verdict({ what: 'memory held, house / bare', ratios: ratios('held'), aim: 1.3 })
  console.log(
    `resident per stream right after they were opened, with what opening left behind: house ${kB('house', 'standing')} kB, bare hub ${kB('bare', 'standing')} kB`,
  )

  const sides = [await readers(house), await readers(bare)]
  for (const { fanOut } of sides) for (let warm = 0; warm < 5; warm++) await fanOut()
  const times = await inTurns(
    rounds,
    sides.map(({ fanOut }) => fanOut),
  )
  const ms = (index: number) => quartiles(times.map((one) => one[index] as number))[1].toFixed(1)
  console.log(`one message to ${count} streams: house ${ms(0)} ms (with its commit), bare hub ${ms(1)} ms`)
  verdict({
    what: 'fan-out, house / bare',
    ratios: times.map(([one, other]) => (one as number) / (other as number)),
    aim: 1.3,
  })
  for (const { close } of sides) close()
  await Promise.all([house.server.stop(), bare.server.stop()])
} finally {
  await postgres.stop()
}
process.exit()

async function startHouse(): Promise<Side> {
  const server = await startRolecall(postgres.url)
  const client = clientOf(server.port)
  const { cookie, account } = await signIn(client, 'Agent')
  const keys = await visitorsOf(postgres.url, account)
  let turn = 0
  const send = (id: string) => {
    const headers = { authorization: `Visitor ${keys[turn++ % keys.length]}` }
    return client.ask('/trpc/visitor.say', { method: 'POST', headers, body: { id, body: words } })
  }
  return { server, request: `GET /live HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`, send }
}

async function startFloor(): Promise<Side> {
  const server = await startBare('streams-bare.ts')
  const client = clientOf(server.port)
  // As long as what the house sends.
  const send = (id: string) => client.ask('/', { method: 'POST', body: { id, words, filler: 'x'.repeat(850) } })
  return { server, request: 'GET / HTTP/1.1\r\nhost: x\r\n\r\n', send }
}

/** Bytes per stream: the difference that opening them makes, after a few have warmed the server up. */
async function weigh({ server, request }: Side): Promise<Memory> {
  const few = await openAll(server.port, request, 200)
  for (const socket of few) socket.destroy()
  await sleep(500)
  const before = await memoryOf(server)
  const all = await openAll(server.port, request, count)
  await sleep(500)
  const after = await memoryOf(server)
  for (const socket of all) socket.destroy()
  return { standing: (after.standing - before.held) / count, held: (after.held - before.held) / count }
}

async function readers({ server, request, send }: Side) {
  const sockets = await openAll(server.port, request, count)
  let wanted: Buffer | undefined
  let missing = 0
  let done = () => {}
  for (const socket of sockets) {
    socket.on('data', (chunk) => {
      if (wanted && chunk.includes(wanted) && --missing === 0) done()
    })
  }
  /** Milliseconds from the post until the last of them has it. */
  const fanOut = async (): Promise<number> => {
    const id = randomUUID()
    wanted = Buffer.from(id)
    missing = count
    const all = new Promise<void>((resolve) => {
      done = resolve
    })
    const started = performance.now()
    const sent = send(id)
    await all
    const took = performance.now() - started
    await sent
    return took
  }
  return { fanOut, close: () => sockets.forEach((socket) => socket.destroy()) }
}

/** Opens streams, fifty at a time; resolves when each has had its first bytes of body. */
async function openAll(port: number, request: string, wanted: number): Promise<Socket[]> {
  const sockets: Socket[] = []
  while (sockets.length < wanted) {
    const batch = Array.from({ length: Math.min(50, wanted - sockets.length) }, () => open(port, request))
    sockets.push(...(await Promise.all(batch)))
  }
  return sockets
}

function open(port: number, request: string): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let head = ''
    const hear = (chunk: Buffer) => {
      head += chunk
      const body = head.indexOf('\r\n\r\n')
      if (!head.startsWith('HTTP/1.1 200')) fail(new Error(head.slice(0, 200)))
      if (body < 0 || head.length === body + 4) return
      socket.off('data', hear)
      done(socket)
    }
    socket.on('data', hear)
    socket.on('error', fail)
  })
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
