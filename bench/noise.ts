import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { ownPostgres } from '../packages/db/src/testing/server.ts'
import { inTurns, quartiles, verdict } from './blocks.ts'
import { type BenchClient, clientOf, signIn, startRolecall, visitorsOf } from './serving.ts'

// One who is too loud, and how long everybody else waits meanwhile: their p99 beside each noise over their p99 in
// silence, round by round in one run. The noise is twenty connections that ask again as soon as they are answered.

const rounds = 14
const blockMs = 4000
const loud = 20

const postgres = await ownPostgres(true)
const server = await startRolecall(postgres.url, '1')
const quietly = clientOf(server.port, 32)
const loudly = clientOf(server.port, loud)
const owner = new Client({ connectionString: postgres.url })
await owner.connect()
try {
  const { cookie: admin, account } = await signIn(quietly, 'Administrator')
  const agents: string[] = []
  for (const role of ['Supervisor', 'Agent', 'Support']) agents.push((await signIn(quietly, role)).cookie)
  const [key = '', ...keys] = await visitorsOf(postgres.url, account)
  const visitor = { authorization: `Visitor ${key}` }
  let turn = 0

  const agent = () => ({ cookie: agents[turn % agents.length] as string })

  /** A hundred calls a second, each of somebody else or of one of three agents at work. */
  const calls: readonly (() => ReturnType<BenchClient['ask']>)[] = [
    () => say(quietly, { authorization: `Visitor ${keys[turn % keys.length]}` }),
    () => quietly.ask('/trpc/session.me', { headers: agent() }),
    () => quietly.ask(`/trpc/inbox.list?${input({ view: 'all', status: 'open' })}`, { headers: agent() }),
  ]
  const whoCan = Array.from({ length: 20 }, (_, n) => [n, { permission: 'inbox.view' }])
  const batch = `/trpc/${whoCan.map(() => 'roles.whoCan').join(',')}?batch=1&${input(Object.fromEntries(whoCan))}`
  const noises: Record<string, () => Promise<unknown>> = {
    'one visitor’s key on visitor.say': () => say(loudly, visitor),
    'one visitor’s key on visitor.thread': () => loudly.ask('/trpc/visitor.thread', { headers: visitor }),
    'visitor.config': () => loudly.ask(`/trpc/visitor.config?${input({ account })}`),
    'batches of 20 whoCan': () => loudly.ask(batch, { headers: { cookie: admin } }),
    'wrong passwords': () =>
      loudly.ask('/auth/sign-in/email', {
        method: 'POST',
        body: { email: `${randomUUID()}@example.test`, password: 'not the right one' },
      }),
  }

  const p99 = async (noise?: () => Promise<unknown>): Promise<number> => {
    // The guesses of this address, which would be refused after a hundred.
    await owner.query('delete from rolecall.attempt')
    let going = true
    const maker = async () => {
      while (going) await noise?.()
    }
    const makers = noise ? Array.from({ length: loud }, maker) : []
    const times: number[] = []
    const asked: Promise<unknown>[] = []
    let failed: unknown
    for (const end = performance.now() + blockMs; performance.now() < end; await pause(10)) {
      const call = calls[Math.floor(turn++ / agents.length) % calls.length] as (typeof calls)[number]
      const began = performance.now()
      asked.push(
        call()
          .then(({ status }) => {
            if (status !== 200) throw new Error(`somebody else was answered ${status}`)
            times.push(performance.now() - began)
          })
          .catch((error: unknown) => (failed = error)),
      )
    }
    await Promise.all(asked)
    going = false
    await Promise.all(makers)
    if (failed) throw failed
    return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN
  }

  await p99()
  const names = Object.keys(noises)
  const turns = await inTurns(rounds, [() => p99(), ...names.map((name) => () => p99(noises[name]))])
  const ms = (index: number) => quartiles(turns.map((figures) => figures[index] as number))[1].toFixed(1)
  for (const [index, name] of names.entries()) {
    const ratios = turns.map((figures) => (figures[index + 1] as number) / (figures[0] as number))
    verdict({ what: `others' p99 beside ${name}: ${ms(index + 1)} / ${ms(0)} ms`, ratios, aim: 2 })
  }
} finally {
  quietly.close()
  loudly.close()
  await owner.end()
  await server.stop()
  await postgres.stop()
}
process.exit()

function input(value: unknown): string {
  return `input=${encodeURIComponent(JSON.stringify(value))}`
}

function say({ ask }: BenchClient, headers: Record<string, string>) {
  return ask('/trpc/visitor.say', { method: 'POST', headers, body: { id: randomUUID(), body: 'Is it in stock?' } })
}
