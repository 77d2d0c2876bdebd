import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '@rolecall/db'

// What the benches share: servers in processes of their own, and a client that costs as little as it can.

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface Served {
  child: ChildProcess
  port: number
  /** What it sent before it served. */
  said: Record<string, unknown>
  stop(): Promise<void>
}

/** Runs a program that prints `Rolecall is at …:PORT/` or `PORT …` once it serves. */
async function served(file: string, args: string[], env: Record<string, string>): Promise<Served> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--expose-gc', '--import', at('memory-hook.ts'), at(file), ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  const said: Record<string, unknown> = {}
  const hear = (message: unknown) => Object.assign(said, message)
  child.on('message', hear)
  const port = await new Promise<number>((found, fail) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      const [, port] = /(?:^Rolecall is at http:\/\/localhost:|^PORT )(\d+)/m.exec(said) ?? []
      if (port) found(Number(port))
    })
    void ended.then(() => fail(new Error(`${file} did not start`)))
  })
  child.off('message', hear)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { child, port, said, stop }
}

/** A real server on this database, with the demo's people in it. Benches ask for more than anybody is allowed. */
export async function startRolecall(databaseUrl: string, limits = 'off'): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-bench-'))
  const env = { PORT: '0', DATABASE_URL: databaseUrl, ROLECALL_DATA: folder, ROLECALL_LIMITS: limits }
  const server = await served('../apps/server/src/main.ts', ['--demo'], env)
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...server, stop }
}

/** One of the bare servers that the house is measured against. */
export const startBare = (file: string, env: Record<string, string> = {}) => served(file, [], env)

/** Bytes of resident memory: as it stands, and what is left when all that nothing holds was given back. */
export interface Memory {
  standing: number
  held: number
}

export function memoryOf({ child }: Served): Promise<Memory> {
  return new Promise((done) => {
    child.once('message', (answer) => done(answer as Memory))
    child.send('memory')
  })
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: unknown
}

export interface Answered {
  status: number
  headers: IncomingMessage['headers']
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the server sent
  json: any
}

/** A client with connections that stay open, as a browser's do. */
export function clientOf(port: number, maxSockets = 4) {
  const agent = new Agent({ keepAlive: true, maxSockets })
  const origin = `http://127.0.0.1:${port}`

  const send = (path: string, { method = 'GET', headers = {}, body }: Ask) =>
    new Promise<IncomingMessage>((done, fail) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const more =
        text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), origin }
      const sent = request({ port, host: '127.0.0.1', path, method, agent, headers: { ...headers, ...more } }, done)
      // A server closes what was quiet for a while; who asks at that very moment asks once more, as browsers do.
      const again = () => done(send(path, { method, headers, body }))
      sent.on('error', (error: NodeJS.ErrnoException) =>
        sent.reusedSocket && error.code === 'ECONNRESET' ? again() : fail(error),
      )
      sent.end(text)
    })

  const ask = async (path: string, options: Ask = {}): Promise<Answered> => {
    const response = await send(path, options)
    let text = ''
    for await (const chunk of response) text += chunk
    return { status: response.statusCode ?? 0, headers: response.headers, json: text && JSON.parse(text) }
  }

  return {
    ask,
    /** Opens a stream; `hear` gets every chunk. */
    listen: (path: string, headers: Record<string, string>, hear: (chunk: string) => void) =>
      new Promise<() => void>((done, fail) => {
        const opened = request({ port, host: '127.0.0.1', path, headers }, (response) => {
          if (response.statusCode !== 200) return fail(new Error(`${path} answered ${response.statusCode}`))
          response.setEncoding('utf8')
          response.on('data', hear)
          response.on('error', () => {})
          response.once('data', () => done(() => opened.destroy()))
        })
        opened.on('error', fail).end()
      }),
    close: () => agent.destroy(),
  }
}

export type BenchClient = ReturnType<typeof clientOf>

/** Signs in as the demo page's button does; returns the cookie and the account. */
export async function signIn({ ask }: BenchClient, role: string): Promise<{ cookie: string; account: string }> {
  const { headers, status } = await ask('/trpc/demo.signIn', { method: 'POST', body: { role } })
  if (status !== 200) throw new Error(`Sign-in answered ${status}`)
  const cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] as string
  const me = await ask('/trpc/session.me', { headers: { cookie } })
  return { cookie, account: me.json.result.data.account.id }
}

/** Visitors of every chat of the account, each with a key: traffic comes from many people, not from one. */
export async function visitorsOf(databaseUrl: string, account: string): Promise<string[]> {
  const database = await connect({ url: databaseUrl, poolSize: 1 })
  const keys = await database.tenant(account, async (tx) => {
    const chats = await tx.selectFrom('chat').select(['id', 'contact_id']).execute()
    const made = chats.map(({ id, contact_id }) => {
      const secret = `rv_${account.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`
      const secret_hash = createHash('sha256').update(secret).digest('hex')
      return { secret, row: { account_id: account, id: randomUUID(), contact_id, chat_id: id, secret_hash } }
    })
    await tx
      .insertInto('visitor')
      .values(made.map(({ row }) => row))
      .execute()
    return made.map(({ secret }) => secret)
  })
  await database.close()
  return keys
}
