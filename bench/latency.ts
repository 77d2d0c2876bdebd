import { createHash, randomUUID } from 'node:crypto'
import { ownPostgres } from '../packages/db/src/testing/server.ts'
import { inTurns, quartiles, verdict } from './blocks.ts'
import { type Ask, type BenchClient, clientOf, signIn, startBare, startRolecall, visitorsOf } from './serving.ts'

// A visitor's message from the widget's POST, through the commit, to an agent's open stream, against the least that
// could do it (latency-floor.ts). All run beside each other on one durable PostgreSQL and take turns, block by block.

const blocks = 40
const perBlock = 100
const words = 'Is the green one in stock again?'

const postgres = await ownPostgres(true)
const house = await startRolecall(postgres.url)
const floor = await startBare('latency-floor.ts', { FLOOR_URL: postgres.url })
const houseClient = clientOf(house.port)
const floorClient = clientOf(floor.port)
try {
  const { cookie, account } = await signIn(houseClient, 'Agent')
  const keys = await visitorsOf(postgres.url, account)
  const hashes = keys.map((key) => createHash('sha256').update(key).digest('hex'))
  let turn = 0
  const next = <T>(list: readonly T[]) => list[turn++ % list.length] as T

  const heardHere = await hearing(houseClient, '/live', { cookie })
  const heardThere = await hearing(floorClient, '/', {})
  const sides = [
    sender(houseClient, heardHere, '/trpc/visitor.say', (id) => ({
      headers: { authorization: `Visitor ${next(keys)}` },
      body: { id, body: words },
    })),
    sender(floorClient, heardThere, '/same', (id) => ({ body: { account, hash: next(hashes), id, body: words } })),
    sender(floorClient, heardThere, '/insert', (id) => ({ body: { id, body: words } })),
  ].map((send) => () => block(send))

  for (const side of sides) await side()
  const rounds = await inTurns(blocks, sides)
  const ms = (index: number) => quartiles(rounds.map((round) => round[index] as number))[1].toFixed(3)
  console.log(
    `POST → commit → agent's stream, p50: house ${ms(0)} ms, same statement ${ms(1)} ms, bare INSERT ${ms(2)} ms`,
  )
  const ratios = (index: number) => rounds.map((round) => (round[0] as number) / (round[index] as number))
  verdict({ what: 'latency, house / floor with the same statement', ratios: ratios(1), gate: 1.3, aim: 1.15 })
  verdict({ what: 'latency, house / floor with a bare INSERT', ratios: ratios(2) })
} finally {
  floorClient.close()
  houseClient.close()
  await Promise.all([floor.stop(), house.stop()])
  await postgres.stop()
}
process.exit()

type Hearing = (id: string) => Promise<number>

/** Opens a stream; the function resolves to the moment at which an id was heard on it. */
async function hearing(client: BenchClient, path: string, headers: Record<string, string>): Promise<Hearing> {
  let wanted = ''
  let hear = () => {}
  await client.listen(path, headers, (chunk) => {
    if (wanted && chunk.includes(wanted)) hear()
  })
  return (id) => {
    wanted = id
    return new Promise((done) => {
      hear = () => done(performance.now())
    })
  }
}

/** Sends one message; resolves to the milliseconds until it is heard. */
function sender(client: BenchClient, heard: Hearing, path: string, message: (id: string) => Ask) {
  return async (): Promise<number> => {
    const id = randomUUID()
    const asked = message(id)
    const hearing = heard(id)
    const started = performance.now()
    const answering = client.ask(path, { method: 'POST', ...asked })
    const arrived = await hearing
    const { status } = await answering
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return arrived - started
  }
}

/** Median of one block, in ms. */
async function block(send: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < perBlock; count++) times.push(await send())
  return quartiles(times)[1]
}
