import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freshFolder } from '@rolecall/db/testing'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export interface RunningServer {
  url: string
  process: ChildProcess
  dataDir: string
  /** All that it printed so far. */
  output(): string
  /** Asks it to stop and waits until it has; takes its data folder away. */
  stop(): Promise<void>
}

/** A real server process on a free port of this machine, with the built apps, whose embedded database it makes itself. */
export const startServer = async (env: Record<string, string> = {}): Promise<RunningServer> =>
  start(await mkdtemp(join(tmpdir(), 'rolecall-new-')), env)

/** With the demo's account, members and chats. */
export const startDemo = async (): Promise<RunningServer> => start(await freshFolder(), {}, '--demo')

async function start(dataDir: string, set: Record<string, string>, ...options: '--demo'[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(root, 'apps/server/src/main.ts'), ...options], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ROLECALL_DATA: dataDir, DATABASE_URL: '', ...set },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString()
      const [, address] = /Rolecall is at (http:\/\/\S+?)\/?\s/.exec(text) ?? []
      if (address) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void ended.then(() => reject(new Error(`The server ended before it served:\n${text}`)))
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, process: child, dataDir, output: () => text, stop }
}
