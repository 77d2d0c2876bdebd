import { ownPostgres } from '../packages/db/src/testing/server.ts'
import { inTurns, quartiles, verdict } from './blocks.ts'
import { clientOf, startBare } from './serving.ts'

// What the decision costs: the throughput of a guarded call over that of the same call with the decision left out, over
// HTTP on PostgreSQL, block by block in turns.

const blocks = 60
const perBlock = 400
const connections = 8

const postgres = await ownPostgres()
const server = await startBare('guard-server.ts', { BENCH_URL: postgres.url })
const client = clientOf(server.port, connections)
try {
  const cookie = server.said.cookie as string
  const throughput = (name: string) => async (): Promise<number> => {
    let left = perBlock
    const started = performance.now()
    const worker = async () => {
      while (left-- > 0) {
        const { status } = await client.ask(`/trpc/bench.${name}`, { headers: { cookie } })
        if (status !== 200) throw new Error(`bench.${name} answered ${status}`)
      }
    }
    await Promise.all(Array.from({ length: connections }, worker))
    return perBlock / ((performance.now() - started) / 1000)
  }
  const sides = [throughput('guarded'), throughput('unguarded')]
  for (const side of sides) await side()
  const rounds = await inTurns(blocks, sides)
  const rate = (index: number) => Math.round(quartiles(rounds.map((round) => round[index] as number))[1])
  console.log(`calls per second, ${connections} connections: guarded ${rate(0)}, unguarded ${rate(1)}`)
  const ratios = rounds.map(([guarded, unguarded]) => (guarded as number) / (unguarded as number))
  verdict({ what: 'throughput, guarded / unguarded', ratios, aim: 0.97, wants: 'most' })
} finally {
  client.close()
  await server.stop()
  await postgres.stop()
}
process.exit()
