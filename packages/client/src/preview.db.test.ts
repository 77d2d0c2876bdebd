import { type StartedApi, startApi } from '@rolecall/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { refusalOf } from './refusal.ts'

describe.each(['pglite', 'postgres'] as const)('a client with a preview on %s', (engine) => {
  let at: StartedApi
  let previewId: string
  beforeAll(async () => {
    at = await startApi(engine)
    const { api } = createClient({ url: at.url, cookie: at.cookie('Administrator') })
    const preview = await api.roles.preview.mutate({ roleId: at.seed.roles.Support, draft: null })
    previewId = preview.previewId
  })
  afterAll(() => at.close())

  const looking = (preview = previewId) => createClient({ url: at.url, cookie: at.cookie('Administrator'), preview })

  it('is answered as a holder of the role', async () => {
    const session = await looking().api.session.me.query()
    expect(session).toMatchObject({ preview: 'Support', role: { name: 'Support' } })
    expect(session.procedures).not.toContain('inbox.delete')
  })

  it('changes nothing', async () => {
    const chatId = at.seed.chats.unassigned
    const error = await looking()
      .api.inbox.close.mutate({ chatId })
      .catch((error: unknown) => error)
    expect(refusalOf(error)).toMatchObject({ code: 'PREVIEW', message: expect.stringContaining('Support') })
  })

  it('hears the stream as a holder of the role, and no stream where there is no such preview', async () => {
    const hear = async (preview?: string) => {
      for await (const { event } of looking(preview).live()) return event.type
      return null
    }
    const heard = hear()
    await expect.poll(() => at.api.live.hub.count(at.seed.accountId), { timeout: 20_000 }).toBe(1)
    // Support does not see the team: the first thing that it hears is the switch.
    const { Agent, Supervisor } = at.seed.members
    await at.as('Administrator').post('team.setRole', { memberId: Agent.id, roleId: Supervisor.roleId })
    await at.as('Administrator').post('switches.setOnline', { online: false })
    expect(await heard).toBe('switches')
    const refused = await hear(crypto.randomUUID()).catch((error: unknown) => error)
    expect(refusalOf(refused)?.code).toBe('PREVIEW')
  })
})
