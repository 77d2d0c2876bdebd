import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintToken } from '../api-tokens/mint.ts'
import { listen, type StartedApi, startApi } from '../testing/index.ts'

// Nobody says that these end, and no heartbeat comes while the test runs.

describe.each(engines)('what ends by the clock on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, { seed: { chats: false } })
  })
  afterAll(() => at.close())

  /** ms that something has left. */
  const short = 1500
  const soon = () => new Date(Date.now() + short)

  it.each(['session', 'token', 'preview'] as const)('a %s takes its stream along', async (what) => {
    const { accountId, members, roles } = at.seed
    const headers = await at.database.tenant(accountId, async (tx): Promise<Record<string, string>> => {
      if (what === 'token') {
        const owner = { accountId, memberId: members.Agent.id, name: 'Bot', permissions: ['inbox.view'] }
        const { token } = await mintToken(tx, { ...owner, expiresAt: soon() })
        return { authorization: `Bearer ${token}` }
      }
      if (what === 'preview') return { cookie: at.cookie('Administrator') }
      await tx
        .updateTable('identity_session')
        .set({ expires_at: soon() })
        .where('user_id', '=', members.Support.userId)
        .execute()
      return { cookie: at.cookie('Support') }
    })
    if (what === 'preview') {
      const { data } = await at
        .as('Administrator')
        .post<{ previewId: string }>('roles.preview', { roleId: roles.Support, draft: null })
      headers['x-rolecall-preview'] = data.previewId
      await at.database.tenant(accountId, (tx) =>
        tx.updateTable('role_preview').set({ expires_at: soon() }).where('id', '=', data.previewId).execute(),
      )
    }
    const stream = await listen(`${at.url}/live`, headers)
    const began = performance.now()
    await stream.ended
    expect(performance.now() - began).toBeLessThan(short + 2000)
    expect(stream.heard.map(({ event }) => event)).toContainEqual({ type: 'session' })
  })
})
