import { createAccount } from '@rolecall/api'
import { type StartedApi, startApi } from '@rolecall/api/testing'
import { asOwner, oneEngine } from '@rolecall/db/testing'
import type { Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { make } from '../matrix/calls.ts'
import { lines, procedures } from '../matrix/table.ts'
import { newTarget } from '../matrix/target.ts'
import { get, headOf, post, refused, untouched } from './stage.ts'

// Permissions, sections, roles and plans go by name. A name that is not in the catalogue opens nothing, wherever it is.

const permissions = [
  'inbox.fly',
  'inbox',
  'inbox.',
  '.view',
  '',
  '*',
  'inbox.*',
  'Inbox.View',
  ' inbox.view',
  'inbox.view ',
]
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'inbox.__proto__', 'inbox.constructor']
const sections = ['Inbox', 'everything', '*', '', 'inbox.view', ...inherited]

describe.each(oneEngine)('a name that does not exist on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, {
      seed: {
        roles: {
          Fancied: { permissions: [...permissions, ...inherited], full_sections: sections },
          Mixed: { permissions: ['inbox.fly', 'contacts.view'], full_sections: ['Reports'] },
        },
      },
    })
  })
  afterAll(() => server.close())

  const email = () => server.seed.members.Agent.email
  const tokens = () =>
    server.database.tenant(server.seed.accountId, (tx) =>
      tx
        .selectFrom('api_token')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    )

  test.each([...permissions, ...inherited])('permission "%s": nobody is told why they lack it', (permission) =>
    untouched(server, async () => {
      const got = await get(server, 'session.why', headOf(server, 'Agent'), { permission })
      expect(refused(got, 400, 'INVALID_INPUT').fields).toEqual([{ path: 'permission', message: 'not a permission' }])
    }),
  )

  test.each([...permissions, ...inherited])('permission "%s": no token is made for it', async (permission) => {
    const before = await tokens()
    const asked = untouched(server, () =>
      server.api.operator.createToken(email(), { permissions: ['inbox.view', permission], name: 'CRM' }),
    )
    await expect(asked).rejects.toMatchObject({ refusal: { code: 'INVALID_INPUT' } })
    expect(await tokens()).toEqual(before)
  })

  test('permissions and sections in a stored role: they grant nothing', async () => {
    const { data } = await server.as('Fancied').get<Session>('session.me')
    expect(data.permissions).toEqual([])
    for (const [name, wanted] of Object.entries(procedures)) {
      if (!wanted.includes('.')) continue
      const target = await newTarget(server)
      const answer = await make(server.url, name, target, { cookie: server.cookie('Fancied') })
      expect([name, answer.status, answer.refusal?.permission]).toEqual([name, 403, wanted])
    }
  })

  test('permissions among real ones in a stored role: the real ones stand', async () => {
    const { data } = await server.as('Mixed').get<Session>('session.me')
    expect(data.permissions).toEqual(['contacts.view'])
  })

  test('permissions in a stored token: it carries nothing by them', async () => {
    const { token, id } = await server.api.operator.createToken(email(), { permissions: ['inbox.view'], name: 'Old' })
    await server.database.tenant(server.seed.accountId, (tx) =>
      tx
        .updateTable('api_token')
        .set({ permissions: [...permissions, ...inherited] })
        .where('id', '=', id)
        .execute(),
    )
    const head = { authorization: `Bearer ${token}` }
    expect(JSON.parse((await get(server, 'session.me', head)).text).result.data.permissions).toEqual([])
    refused(
      await get(server, 'inbox.list', head, lines['inbox.list']?.input?.(await newTarget(server))),
      403,
      'PERMISSION_MISSING',
    )
  })

  test.each(['Boss', 'Agents', 'Аgent', 'Age nt', '', ...inherited])(
    'role "%s": the operator cannot give it',
    async (role) => {
      const given = untouched(server, () => server.api.operator.setRole(email(), { role }))
      await expect(given).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } })
    },
  )

  test('role: by its name it cannot be given either, only by its id', () =>
    untouched(server, async () => {
      const { id: memberId } = server.seed.members.Agent
      for (const roleId of ['Supervisor', 'Administrator', '__proto__', ''])
        refused(
          await post(server, 'team.setRole', { memberId, roleId }, headOf(server, 'Administrator')),
          400,
          'INVALID_INPUT',
        )
      const absent = { memberId, roleId: crypto.randomUUID() }
      refused(await post(server, 'team.setRole', absent, headOf(server, 'Administrator')), 404, 'NOT_FOUND')
    }))

  test.each(['platinum', 'Pro', 'unlimited ', '', '__proto__'])('plan "%s": no account is made on it', async (plan) => {
    const count = () =>
      asOwner(server.database, (db) =>
        db
          .selectFrom('account')
          .select(({ fn }) => fn.countAll().as('n'))
          .execute(),
      )
    const before = await count()
    const made = server.database.transaction((tx) => createAccount(tx, { name: 'Odd', plan: plan as 'pro' }))
    await expect(made).rejects.toThrow(/account_plan_check/)
    expect(await count()).toEqual(before)
  })
})
