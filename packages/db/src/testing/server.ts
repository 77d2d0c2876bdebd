import { existsSync, readFileSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEmbedded } from './embedded.ts'

export interface TestServer {
  url: string
  /** Ends it as a crash does: at once, with nothing written down. Start it again with `start`. */
  crash(): Promise<void>
  start(): Promise<void>
  /** Ends it for good and removes its folder. */
  stop(): Promise<void>
}

/** A PostgreSQL for the tests: TEST_DATABASE_URL where it is set (databases may be made on it), else one from npm. */
export async function testPostgres(): Promise<Pick<TestServer, 'url' | 'stop'>> {
  const given = process.env['TEST_DATABASE_URL']
  return given ? { url: given, stop: async () => {} } : await ownPostgres()
}

/**
 * A PostgreSQL from npm in a folder of its own. As root it runs as the user "postgres", which is made where missing.
 * @param sync false: not made to survive a power cut, which makes commits several times faster
 */
export async function ownPostgres(sync = false): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-postgres-'))
  // mkdtemp makes a folder only its owner may enter; the user "postgres" has to pass through.
  await chmod(folder, 0o755)
  const databaseDir = join(folder, 'data')
  const port = await freePort()
  const log: string[] = []
  const Embedded = await loadEmbedded()
  const server = new Embedded({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=300',
      '-c',
      `fsync=${sync ? 'on' : 'off'}`,
    ],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(
      `No PostgreSQL for the tests. Set TEST_DATABASE_URL, or see why the one from npm did not start:\n${log.join('')}`,
      { cause },
    )
  }
  const pid = () => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  // Where the run ends before `stop`: nothing may be left running.
  const abandon = () => {
    if (existsSync(join(databaseDir, 'postmaster.pid'))) process.kill(pid(), 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', abandon)
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    crash: async () => {
      const running = pid()
      process.kill(running, 'SIGQUIT')
      while (isRunning(running)) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    start: () => server.start(),
    stop: async () => {
      process.removeListener('exit', abandon)
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
