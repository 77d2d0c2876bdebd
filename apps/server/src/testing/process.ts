import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const file = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Process {
  child: ChildProcess
  /** What it printed so far. */
  stdout(): string
  stderr(): string
  ended: Promise<Ended>
}

/** Runs one of the server's entry files with these settings and no others of ours. */
export function run(name: 'main.ts' | 'cli.ts', args: string[], env: Record<string, string>): Process {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env
  const child = spawn(process.execPath, [file(name), ...args], {
    env: { PATH, HOME, TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr?.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }))
  return { child, stdout: () => stdout, stderr: () => stderr, ended }
}

export interface Server extends Process {
  url: string
  /** Ends it with a signal and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

/** Starts a server on a free port and waits until it is ready. */
export async function serve(env: Record<string, string>, args: string[] = []): Promise<Server> {
  const started = run('main.ts', args, { PORT: '0', ROLECALL_LOG: 'error', ROLECALL_LIMITS: 'off', ...env })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    started.child.kill(signal)
    return started.ended
  }
  const url = await new Promise<string>((found, fail) => {
    const look = () => {
      const [, address] = /^Rolecall is at (\S+)\/$/m.exec(started.stdout()) ?? []
      // By number: "localhost" may be another address family.
      if (address && /^Data: /m.test(started.stdout())) found(address.replace('localhost', '127.0.0.1'))
    }
    started.child.stdout?.on('data', look)
    started.ended.then(({ stderr }) => fail(new Error(`The server did not start: ${stderr}`)), fail)
  })
  return { ...started, url, stop }
}

/** Asks again until the answer fits. @throws after `ms` */
export async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, ms: number): Promise<T> {
  const late = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (fits(answer)) return answer
    if (Date.now() > late) throw new Error(`Not within ${ms} ms: ${JSON.stringify(answer)}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}
