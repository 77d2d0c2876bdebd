import { oneEngine } from '@rolecall/db/testing'
import type { WhatCan } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(oneEngine)('roles.own on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, { seed: { chats: false, roles: { Empty: {} } } })
  })
  afterAll(() => at.close())

  const own = async (role: string, headers: Record<string, string> = {}) =>
    (await at.with({ cookie: at.cookie(role), ...headers }).get<WhatCan>('roles.own')).data

  it('tells everybody the same as whoever may see roles is told of them', async () => {
    for (const role of ['Administrator', 'Supervisor', 'Agent', 'Support', 'Empty']) {
      const memberId = at.seed.members[role]?.id
      const { data } = await at.as('Administrator').get<WhatCan>('roles.whatCan', { memberId })
      const mine = await own(role)
      // But for what one could give: nobody gives themselves anything here.
      expect(mine.permissions).toEqual(data.permissions.map((one) => ({ ...one, give: null })))
      expect(mine.reach).toEqual(data.reach)
      expect(mine.member.role).toEqual(data.member.role)
    }
  })

  it('of a token tells what it carries', async () => {
    const { email } = at.seed.members.Agent
    const { token } = await at.api.operator.createToken(email, { permissions: ['inbox.view'], name: 'Reader' })
    const { data } = await at.with({ authorization: `Bearer ${token}` }).get<WhatCan>('roles.own')
    expect(data.permissions.filter(({ allowed }) => allowed).map(({ name }) => name)).toEqual(['inbox.view'])
  })

  it('through a role tells what that role may do, without reasons of another one', async () => {
    const roleId = at.seed.roles.Support
    const { data } = await at.as('Administrator').post<{ previewId: string }>('roles.preview', { roleId, draft: null })
    const seen = await own('Administrator', { 'x-rolecall-preview': data.previewId })
    const support = await own('Support')
    const may = (all: WhatCan) => all.permissions.filter(({ allowed }) => allowed).map(({ name }) => name)
    expect(may(seen)).toEqual(may(support))
    expect(seen.permissions.flatMap(({ because }) => because)).toEqual([])
  })
})
