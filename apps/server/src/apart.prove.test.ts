import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '@rolecall/api/testing'
import { freshPostgres, ownPostgres, type TestServer } from '@rolecall/db/testing'
import type { VisitorEvent } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, visit } from './testing/people.ts'
import { eventually, type Server, serve } from './testing/process.ts'

const secret = 'one secret for all processes of this test'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-apart-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('two server processes on one PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof freshPostgres>>
  let servers: [Server, Server]
  beforeAll(async () => {
    database = await freshPostgres()
    const env = { DATABASE_URL: database.url, ROLECALL_DATA: folder, ROLECALL_SECRET: secret }
    const first = await serve(env, ['--demo'])
    servers = [first, await serve(env, ['--demo'])]
  })
  afterAll(async () => {
    await Promise.all(servers.map((one) => one.stop()))
    await database.drop()
  })

  it('are one to visitors and members: order, once each, both ways', async () => {
    const [here, there] = servers
    const agent = await signIn(here.url, 'Agent')
    const other = await signIn(there.url, 'Supervisor')
    const visitor = await visit(there.url, agent.session.account.id, 'hello from the other side')
    const streams = await Promise.all([
      listen(`${here.url}/live`, { cookie: agent.cookie }),
      listen(`${there.url}/live`, { cookie: other.cookie }),
    ])
    const theirs = await listen<VisitorEvent>(`${there.url}/visitor/live`, visitor.headers)
    const { chatId } = visitor
    // Both at once, so that each process keeps hearing of ids that are not its own.
    const saying = Array.from({ length: 30 }, (_, index) => visitor.say(`visitor ${index}`))
    const replying = Array.from({ length: 30 }, (_, index) =>
      agent.post('inbox.reply', { chatId, id: crypto.randomUUID(), body: `agent ${index}` }),
    )
    for (const { status } of await Promise.all([...saying, ...replying])) expect(status).toBe(200)
    await eventually(
      async () => streams.map(({ heard }) => heard.length),
      (counts) => counts.every((one) => one >= 60 && one === counts[0]),
      5000,
    )
    const [a, b] = streams.map(({ heard }) => heard.map(({ id }) => id)) as [number[], number[]]
    expect(a).toEqual(a.map((_, index) => (a[0] as number) + index))
    expect(b).toEqual(a)
    await eventually(
      async () => theirs.heard.length,
      (count) => count >= 60,
      5000,
    )
    // Lines about the team's own handling have a seq too, and are not for the visitor.
    const seqs = theirs.heard.flatMap(({ event }) => (event.type === 'message' ? [event.message.seq] : []))
    expect(seqs).toEqual([...new Set(seqs)].toSorted((one, other) => one - other))
    expect(seqs).toHaveLength(60)
    for (const stream of [...streams, theirs]) stream.close()
  })

  it('carry a change of role from one to the other', async () => {
    const [here, there] = servers
    const admin = await signIn(here.url, 'Administrator')
    const support = await signIn(there.url, 'Support')
    const stream = await listen(`${there.url}/live`, { cookie: support.cookie })
    const roles = await admin.get<{ id: string; name: string }[]>('team.roles')
    const roleId = roles.data.find(({ name }) => name === 'Agent')?.id
    const memberId = support.session.member.id
    expect((await admin.post('team.setRole', { memberId, roleId })).status).toBe(200)
    await stream.until((event) => event.type === 'session', 5000)
    stream.close()
  })
})

describe('a server whose database goes away', () => {
  let postgres: TestServer
  let server: Server
  beforeAll(async () => {
    postgres = await ownPostgres(true)
    server = await serve({ DATABASE_URL: postgres.url, ROLECALL_DATA: folder, ROLECALL_LOG: 'silent' }, ['--demo'])
  })
  afterAll(async () => {
    await server.stop()
    await postgres.stop()
  })

  it('answers 503 within 5 s, comes back within 10 s, and has lost nothing', async () => {
    const agent = await signIn(server.url, 'Agent')
    const visitor = await visit(server.url, agent.session.account.id, 'before the crash')
    const stream = await listen(`${server.url}/live`, { cookie: agent.cookie })
    const said = await visitor.say('acknowledged')
    await stream.until((event) => event.type === 'message' && event.message.id === said.data.id)
    await postgres.crash()

    const ready = async () => (await fetch(`${server.url}/readyz`)).status
    await eventually(ready, (status) => status === 503, 5000)
    const started = performance.now()
    const refused = await visitor.say('while it is down')
    expect(refused.status).toBe(503)
    expect(performance.now() - started).toBeLessThan(5000)
    expect((await agent.get('session.me')).status).toBe(503)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)

    await postgres.start()
    await eventually(ready, (status) => status === 200, 10_000)
    const back = await eventually(
      () => visitor.say('after'),
      ({ status }) => status === 200,
      10_000,
    )
    // The stream that was open all along goes on, without a gap.
    await stream.until((event) => event.type === 'message' && event.message.id === back.data.id, 10_000)
    const bodies = stream.heard.flatMap(({ event }) => (event.type === 'message' ? [event.message.body] : []))
    expect(bodies).toEqual(['acknowledged', 'after'])
    stream.close()
  })
})
