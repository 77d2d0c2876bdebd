import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Database, Engine } from '@rolecall/db'
import { freshDatabase, type Seed, type SeedOptions, seedAccount } from '@rolecall/db/testing'
import fastify, { type FastifyPluginAsync } from 'fastify'
import { type ApiOptions, createApi } from '../api.ts'
import { sessionCookie } from '../guard/cookie.ts'
import type { Feature } from '../guard/feature.ts'
import type { Letter } from '../work/mail.ts'
import { type Calls, callOf } from './calls.ts'
import { cheapHash } from './cheap-hash.ts'
import { type Lines, recorder } from './lines.ts'
import { allMailed } from './mailed.ts'
import { never } from './never.ts'

export const secret = 'a secret that only tests use, long enough'

export interface StartOptions<More extends readonly Feature[] = readonly Feature[]>
  extends Pick<ApiOptions<More>, 'features' | 'origins' | 'limits' | 'mail'> {
  seed?: SeedOptions
  /** A database of yours, which is then yours to close; left out, a fresh one. */
  database?: Database
  poolSize?: number
  /** The public address, where it is not the one it listens on. */
  url?: string
  /** What else the server answers, such as the built apps. */
  also?: FastifyPluginAsync
}

export interface StartedApi {
  url: string
  database: Database
  seed: Seed
  api: ReturnType<typeof createApi>
  /** What the log was told. */
  lines: Lines
  /** Letters that were sent. */
  letters: Letter[]
  /** The same, once those that were written are. */
  mailed(): Promise<Letter[]>
  /** Waited for before a password is hashed. */
  hashing: (() => Promise<void>) | undefined
  /** The `Cookie` header of a seeded member, by role. */
  cookie(role: string): string
  /** Calls as a seeded member, by role. */
  as(role: string): Calls
  /** Calls with headers of one's own; none: nobody. */
  with(headers: Record<string, string>): Calls
  close(): Promise<void>
}

/** Starts the whole api on a free port of 127.0.0.1, with the seeded account in a fresh database. Close it when done. */
export async function startApi<const More extends readonly Feature[] = readonly []>(
  engine: Engine,
  options: StartOptions<More> = {},
): Promise<StartedApi> {
  const { poolSize } = options
  const database = options.database ?? (await freshDatabase(engine, poolSize === undefined ? {} : { poolSize }))
  // It listens before it is built: its own address goes into cookies, links and the Origin check.
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    if (!options.database) await database.close()
  }
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return await serve(server, url, database, options, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function serve<More extends readonly Feature[]>(
  server: Server,
  url: string,
  database: Database,
  options: StartOptions<More>,
  stop: () => Promise<void>,
): Promise<StartedApi> {
  const seed = await seedAccount(database, options.seed)
  const { log, lines } = recorder()
  const letters: Letter[] = []
  const mail = { delivers: true, send: async (letter: Letter) => void letters.push(letter) }
  const publicUrl = options.url ?? url
  const api = createApi<More>({
    hash: async (password) => {
      await started.hashing?.()
      return cheapHash(password)
    },
    every: never,
    // Tests do in a second what a person does in a day.
    limits: null,
    mail,
    ...options,
    database,
    secret,
    url: publicUrl,
    log,
  })
  const app = fastify({ serverFactory: (handler) => server.on('request', handler) })
  await app.register(api.plugin)
  if (options.also) await app.register(options.also)
  await app.ready()
  await api.start()

  const cookie = (role: string) => {
    const member = seed.members[role]
    if (!member) throw new Error(`Nobody in the seed has the role ${role}`)
    return sessionCookie(publicUrl, secret).set(member.session).split(';')[0] ?? ''
  }
  const started: StartedApi = {
    url,
    database,
    seed,
    api: api as unknown as StartedApi['api'],
    lines,
    letters,
    async mailed() {
      await allMailed(database)
      return letters
    },
    hashing: undefined,
    cookie,
    as: (role) => callOf(url, { cookie: cookie(role) }),
    with: (headers) => callOf(url, headers),
    async close() {
      await api.close()
      await app.close()
      await stop()
    },
  }
  return started
}
