import { rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { callOf, listen } from '@rolecall/api/testing'
import { engines, freshFolder, freshPostgres, query } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signIn, visit } from './testing/people.ts'
import { eventually, run, type Server, serve } from './testing/process.ts'

/** What a server needs to work on a database of its own, and how to clean up after it. */
async function place(engine: (typeof engines)[number]) {
  const folder = await freshFolder()
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (engine === 'pglite') return { env: { ROLECALL_DATA: folder } as Record<string, string>, folder, leave: remove }
  const { url, drop } = await freshPostgres()
  const env: Record<string, string> = { DATABASE_URL: url, ROLECALL_DATA: folder }
  return { env, folder, leave: async () => (await drop(), remove()) }
}

/** As on a full disk: what is tried to be written goes to a device that is always full. On PostgreSQL, as on a standby. */
async function noChanges({ DATABASE_URL, ROLECALL_DATA = '' }: Record<string, string>, on: boolean): Promise<void> {
  const probe = join(ROLECALL_DATA, 'rolecall.probe')
  // Once it was tried, the probe is gone by itself.
  if (!DATABASE_URL) return on ? symlinkSync('/dev/full', probe) : undefined
  const name = new URL(DATABASE_URL).pathname.slice(1)
  // From another database of that server, which may be changed while this one may not.
  const { postgres } = inject('rolecallServers')
  await query(postgres, `alter database ${name} set default_transaction_read_only = ${on ? 'on' : 'off'}`)
  await query(postgres, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
}

describe.each(engines)('a server process on %s', (engine) => {
  let at: Awaited<ReturnType<typeof place>>
  let server: Server
  beforeAll(async () => {
    at = await place(engine)
    server = await serve(at.env, ['--demo'])
  })
  afterAll(async () => {
    await server.stop('SIGKILL')
    await at.leave()
  })

  it('says where it is, where its data is, and how to set it up', async () => {
    expect(server.stdout()).toMatch(/^Rolecall is at http:\/\/localhost:\d+\/$/m)
    expect(server.stdout()).toContain(engine === 'pglite' ? at.folder : 'PostgreSQL')
    expect(server.stdout()).toMatch(/\/console\/setup#[\w-]{43}$/m)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    // The operator's key is for the owner of the folder.
    if (engine === 'pglite') expect(statSync(join(at.folder, 'operator.key')).mode & 0o077).toBe(0)
  })

  it('is not ready while its database takes no changes', async () => {
    const ask = async () => {
      const answer = await fetch(`${server.url}/readyz`)
      return { status: answer.status, body: await answer.json() }
    }
    await noChanges(at.env, true)
    const full = await eventually(ask, ({ status }) => status !== 200, 10_000)
    expect(full).toEqual({ status: 503, body: { ok: false, database: 'takes no changes' } })
    await noChanges(at.env, false)
    await eventually(ask, ({ status }) => status === 200, 10_000)
  })

  it('is set up once, by the link that it printed', async () => {
    const [, token] = /\/console\/setup#(\S+)/.exec(server.stdout()) ?? []
    const person = { accountName: 'Real', name: 'Rita', email: 'rita@example.test', password: 'a good long password' }
    const calls = callOf(server.url, {})
    expect((await calls.post('setup.create', { token: 'wrong', ...person })).status).toBe(404)
    expect((await calls.post('setup.create', { token, ...person })).status).toBe(200)
    expect((await calls.post('setup.create', { token, ...person, email: 'b@example.test' })).status).toBe(409)
  })

  it('loses no acknowledged message to kill -9, and doubles none when it is sent again', async () => {
    const agent = await signIn(server.url, 'Agent')
    const visitor = await visit(server.url, agent.session.account.id, 'first')
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID())
    const acknowledged = []
    for (const [index, id] of ids.entries()) {
      if (index === 15) server.child.kill('SIGKILL')
      const answer = await visitor.say(`line ${index}`, id).catch(() => null)
      if (answer?.status !== 200) break
      acknowledged.push(id)
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(15)
    await server.ended
    server = await serve(at.env, ['--demo'])
    expect(server.stdout()).not.toContain('/console/setup#')

    const again = callOf(server.url, visitor.headers)
    for (const [index, id] of ids.entries()) {
      expect((await again.post('visitor.say', { id, body: `line ${index}` })).status).toBe(200)
    }
    const { data } = await again.get<{ messages: { id: string; seq: number; body: string }[] }>('visitor.thread')
    expect(data.messages.map(({ body }) => body)).toEqual(['first', ...ids.map((_, index) => `line ${index}`)])
    expect(data.messages.slice(1).map(({ id }) => id)).toEqual(ids)
    expect(data.messages.map(({ seq }) => seq)).toEqual(data.messages.map((_, index) => index + 1))
    // The same people are still signed in: the secret was kept.
    expect((await callOf(server.url, { cookie: agent.cookie }).get('session.me')).status).toBe(200)
  })

  it('refuses a second process, with a sentence', async () => {
    const port = new URL(server.url).port
    const samePort = await run('main.ts', [], { ...at.env, PORT: port }).ended
    expect(samePort).toMatchObject({ code: 1, stdout: '' })
    expect(samePort.stderr).toBe(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${Number(port) + 1} npm start\n`,
    )
    if (engine === 'postgres') return
    const sameFolder = await run('main.ts', [], { ...at.env, PORT: '0' }).ended
    expect(sameFolder).toMatchObject({ code: 1, stdout: '' })
    expect(sameFolder.stderr).toMatch(/^The data folder \S+ is already in use by another Rolecall.*\n$/)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  it('goes within ten seconds when told to, with streams open', async () => {
    const agent = await signIn(server.url, 'Agent')
    const streams = await Promise.all(
      Array.from({ length: 20 }, () => listen(`${server.url}/live`, { cookie: agent.cookie })),
    )
    const started = performance.now()
    const { code, stderr } = await server.stop('SIGTERM')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(performance.now() - started).toBeLessThan(10_000)
    await Promise.all(streams.map(({ ended }) => ended))
    // And the folder is free again.
    server = await serve(at.env, ['--demo'])
    expect((await signIn(server.url, 'Support')).session.role.name).toBe('Support')
  })
})
