import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { connect, type Database } from '@rolecall/db'
import { freshPostgres } from '@rolecall/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

// reliability.md 20, with PostgreSQL behind a line that can be cut (as when it crashes) or fall silent (as when the
// network does).

async function lineTo(url: string) {
  const { hostname, port } = new URL(url)
  const ends = new Set<Socket>()
  let state: 'up' | 'cut' | 'silent' = 'up'
  const server = createServer((near) => {
    ends.add(near.on('error', () => near.destroy()).on('close', () => ends.delete(near)))
    if (state === 'cut') return void near.destroy()
    const far = dial(Number(port), hostname)
    ends.add(far.on('error', () => far.destroy()).on('close', () => ends.delete(far)))
    near.on('data', (data) => state === 'up' && far.write(data)).on('close', () => far.destroy())
    far.on('data', (data) => state === 'up' && near.write(data)).on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: through.href,
    set(next: typeof state) {
      state = next
      if (state !== 'silent') for (const end of ends) end.destroy()
    },
    async close() {
      for (const end of ends) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('the database goes away', () => {
  let postgres: Awaited<ReturnType<typeof freshPostgres>>
  let line: Awaited<ReturnType<typeof lineTo>>
  let database: Database
  let server: StartedApi
  beforeAll(async () => {
    postgres = await freshPostgres()
    line = await lineTo(postgres.url)
    database = await connect({ url: line.url })
    server = await startApi('postgres', { database })
  })
  afterAll(async () => {
    line.set('up')
    await server.close()
    await database.close()
    await line.close()
    await postgres.drop()
  })
  beforeEach(async () => {
    line.set('up')
    await vi.waitUntil(async () => (await server.as('Agent').get('session.me')).status === 200, { timeout: 10_000 })
  })

  const signIn = async () => {
    const response = await fetch(`${server.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ email: 'ana@example.test', password: 'anything at all' }),
    })
    return { status: response.status, refusal: (await response.json()) as { code: string } }
  }
  const note = () =>
    server.as('Agent').post('inbox.note', { chatId: server.seed.chats.agents, id: crypto.randomUUID(), body: 'hello' })

  it.each(['cut', 'silent'] as const)(
    'a line that is %s is a 503 within five seconds, for every kind of call',
    async (how) => {
      line.set(how)
      const start = performance.now()
      const answers = await Promise.all([
        server.as('Agent').get('session.me'),
        note(),
        server.with({}).get('visitor.config', { account: server.seed.accountId }),
        server.with({ authorization: `Visitor ${server.seed.contacts[0]?.secret}` }).get('visitor.thread'),
        signIn(),
      ])
      expect(performance.now() - start).toBeLessThan(5000)
      for (const { status, refusal } of answers) {
        expect(refusal).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(/try again/i) })
        expect(status).toBe(503)
      }
    },
  )

  it('comes back within ten seconds, without a restart', async () => {
    line.set('cut')
    expect((await note()).status).toBe(503)
    line.set('up')
    const start = performance.now()
    await expect.poll(async () => (await note()).status, { timeout: 10_000 }).toBe(200)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
