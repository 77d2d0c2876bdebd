import { engines } from '@rolecall/db/testing'
import type { ApiToken, AuditPage } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('one’s own tokens on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { chats: false } })
  })
  afterAll(() => server.close())

  const mint = (role: string, name: string) =>
    server.api.operator.createToken(server.seed.members[role]?.email ?? '', { permissions: ['inbox.view'], name })
  const mine = async (role: string) => (await server.as(role).get<ApiToken[]>('apiTokens.mine')).data
  const revoke = (role: string, tokenId: string) => server.as(role).post('apiTokens.revoke', { tokenId })

  it('are listed to their owner alone, and cannot be read again', async () => {
    const { id, token } = await mint('Agent', 'Nightly sync')
    const at = expect.any(String)
    const hint = `…${token.slice(-4)}`
    expect(await mine('Agent')).toEqual([
      { id, name: 'Nightly sync', hint, permissions: ['inbox.view'], until: null, at },
    ])
    expect(await mine('Administrator')).toEqual([])
    expect((await revoke('Administrator', id)).status).toBe(404)
  })

  it('open nothing from the moment they are revoked, and the history says so', async () => {
    const { id, token } = await mint('Support', 'Old script')
    const program = server.with({ authorization: `Bearer ${token}` })
    expect((await program.get('session.me')).status).toBe(200)
    expect((await revoke('Support', id)).status).toBe(200)
    expect((await program.get('session.me')).status).toBe(401)
    expect((await revoke('Support', id)).status).toBe(404)
    const { data } = await server.as('Administrator').get<AuditPage>('audit.list', { action: 'apiTokens.revoke' })
    expect(data.rows.map(({ text }) => text)).toEqual(['Revoked the API token Old script'])
  })
})
