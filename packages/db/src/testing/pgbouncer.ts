import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pooler } from './pooler.ts'
import { freePort } from './server.ts'

/** Where it is installed (Debian's package), undefined where it is not: then the tests' own pooler has to do. */
export const pgbouncer = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin']
  .map((folder) => join(folder, 'pgbouncer'))
  .find((file) => existsSync(file))

/** PgBouncer with pool_mode=transaction before a server of the tests, for whoever signs in with that address. */
export async function pgbouncerTo(url: string): Promise<Pooler> {
  const { username, password, hostname, port } = new URL(url)
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-pgbouncer-'))
  const own = await freePort()
  const settings = `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, 'users')}
pool_mode = transaction
default_pool_size = 2
`
  await writeFile(join(folder, 'settings'), settings)
  await writeFile(join(folder, 'users'), `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`)
  await chmod(folder, 0o755)
  // It does not run as root, as PostgreSQL does not.
  const who = process.getuid?.() === 0 ? ['-u', 'postgres'] : []
  const child = spawn(pgbouncer ?? '', [...who, join(folder, 'settings')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  const ended = once(child, 'close').then(() => true)
  while (!(await answers(own))) if (child.exitCode !== null) throw new Error(`PgBouncer did not start: ${log}`)
  const through = new URL(url)
  through.port = String(own)
  return {
    url: through.href,
    close: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Whether somebody listens there, after a moment. */
async function answers(port: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 50))
  const socket = connect(port, '127.0.0.1')
  const open = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false)
  socket.destroy()
  return open
}
