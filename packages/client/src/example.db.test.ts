import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type StartedApi, startApi } from '@rolecall/api/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from './client.ts'
import { refusalOf } from './refusal.ts'

const example = fileURLToPath(new URL('../examples/unanswered.ts', import.meta.url))

describe.each(['pglite', 'postgres'] as const)('a sibling app on %s', (engine) => {
  let at: StartedApi
  let token: string
  beforeAll(async () => {
    at = await startApi(engine)
    const { email } = at.seed.members.Agent
    token = (await at.api.operator.createToken(email, { permissions: ['inbox.view', 'inbox.assign'], name: 'sibling' }))
      .token
  })
  afterAll(() => at.close())

  it('lists what waits and follows it live, with nothing but a token', async () => {
    const { PATH = '' } = process.env
    const env = { PATH, ROLECALL_URL: at.url, ROLECALL_TOKEN: token }
    const child = spawn(process.execPath, [example], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    const hears = (line: string) => vi.waitUntil(() => said.includes(line), { timeout: 20_000 })
    try {
      await hears('3 unanswered: ')
      const chatId = at.seed.chats.unassigned
      await at.as('Supervisor').post('inbox.assign', { chatId, memberId: at.seed.members.Supervisor.id, from: null })
      await hears('- Unassigned Visitor')
      const { accountId: account } = at.seed
      await at.with({}).post('visitor.start', { account, id: randomUUID(), body: 'anyone?', name: 'New Person' })
      await hears('+ New Person')
    } finally {
      child.kill()
      await once(child, 'close')
    }
  })

  it('is told in words what its token does not carry', async () => {
    const { api } = createClient({ url: at.url, token })
    const error = await api.inbox.delete.mutate({ chatId: at.seed.chats.agents }).catch((error: unknown) => error)
    expect(refusalOf(error)).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.delete' })
  })

  it('sends many calls at once in few requests', async () => {
    const { api } = createClient({ url: at.url, token })
    const sessions = await Promise.all(Array.from({ length: 50 }, () => api.session.me.query()))
    expect(new Set(sessions.map(({ member }) => member.id))).toEqual(new Set([at.seed.members.Agent.id]))
  })

  it('works with a member’s cookie, as our own pages do', async () => {
    const { api, live } = createClient({ url: at.url, cookie: at.cookie('Supervisor') })
    const { event } = await api.session.me.query()
    await api.switches.setOnline.mutate({ online: false })
    for await (const { event: heard } of live({ after: event })) {
      expect(heard).toEqual({ type: 'switches', online: false, widgetShown: true })
      break
    }
  })
})
