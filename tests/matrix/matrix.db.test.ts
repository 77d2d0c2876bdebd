import { type StartedApi, startApi } from '@rolecall/api/testing'
import { engines, seedAccount } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, calls, make } from './calls.ts'
import { chance, randomRoles } from './random-roles.ts'
import { leftAlone, stageFor } from './stage.ts'
import { defaults, needs, procedures } from './table.ts'
import type { Target } from './target.ts'

// Every procedure × four default roles, an empty one, twenty random ones, a token, a visitor, nobody, and an
// Administrator of another account; over real HTTP; against a table typed by hand. Each has an account to itself: what a
// refused call left as it was is read from all the account's rows, and a thousand calls leave many.

const seed = Number(process.env['MATRIX_SEED'] ?? Date.now() % 1_000_000)
const custom = randomRoles(20, chance(seed))
const names = Object.keys(procedures)

describe.each(engines)(`the matrix on %s (MATRIX_SEED=${seed})`, (engine) => {
  let server: StartedApi
  const held: Record<string, string[]> = { ...defaults, Empty: [], ...custom }

  beforeAll(async () => {
    server = await startApi(engine)
  })
  afterAll(() => server.close())

  /** Before the tests around it: the same server with an account of their own, and the cookie of its member in this role. */
  function account(role = 'Administrator'): StartedApi & { own: string } {
    const mine = {} as StartedApi & { own: string }
    beforeAll(async () => {
      const roles = role in defaults ? {} : { [role]: { permissions: held[role] ?? [] } }
      const seed = await seedAccount(server.database, { name: `${role}s`, roles })
      Object.assign(server.seed.members, seed.members)
      Object.assign(mine, server, { seed, own: server.cookie(role) })
    })
    return mine
  }

  const call = (name: string, target: Target, headers: Record<string, string>) =>
    make(server.url, name, target, headers)

  test('has a line for every procedure and route, and none too many', () => {
    expect(server.api.doors.map((door) => door.name).toSorted()).toEqual(names.toSorted())
    expect(Object.keys(calls).toSorted()).toEqual(names.toSorted())
  })

  describe.each(Object.keys(held))('%s', (role) => {
    const mine = account(role)
    const holds = new Set(held[role]?.flatMap((permission) => [permission, needs[permission] ?? permission]))

    test.each(names)('%s', async (name) => {
      const wanted = procedures[name] ?? ''
      const stage = await stageFor(mine)
      const { target } = stage
      const answer = await call(name, target, { cookie: mine.own })
      if (wanted === 'anyone') return expectAnyone(name, answer)
      if (wanted === 'visitor') expectRefused(answer, 401, 'NOT_SIGNED_IN')
      else if (wanted === 'member' || holds.has(wanted)) return expectAllowed(role, name, answer, holds)
      else {
        expectRefused(answer, 403, 'PERMISSION_MISSING')
        expect(answer.refusal).toMatchObject({ permission: wanted, role })
      }
      await leftAlone(mine, stage)
    })

    test('is shown exactly what it may call', async () => {
      const { data } = await server.with({ cookie: mine.own }).get<{ procedures: string[] }>('session.me')
      const may = names.filter((name) => procedures[name] === 'member' || holds.has(procedures[name] ?? ''))
      expect(data.procedures.toSorted()).toEqual(may.toSorted())
    })
  })

  describe('a token', () => {
    const mine = account()
    let token = ''
    beforeAll(async () => {
      const { email } = mine.seed.members.Administrator
      token = (await server.api.operator.createToken(email, { permissions: ['inbox.view'], name: 'Matrix' })).token
    })
    test.each(names)('of an Administrator, for inbox.view only: %s', async (name) => {
      const stage = await stageFor(mine)
      const { target } = stage
      const answer = await call(name, target, { authorization: `Bearer ${token}` })
      const wanted = procedures[name] ?? ''
      if (wanted === 'anyone') return expectAnyone(name, answer)
      if (wanted === 'member' || wanted === 'inbox.view')
        return expectAllowed('Administrator', name, answer, new Set(['inbox.view']))
      if (wanted === 'visitor') expectRefused(answer, 401, 'NOT_SIGNED_IN')
      else expectRefused(answer, 403, 'PERMISSION_MISSING')
      await leftAlone(mine, stage)
    })
  })

  describe('a visitor', () => {
    const mine = account()
    test.each(names)('%s', async (name) => {
      const stage = await stageFor(mine)
      const { target } = stage
      const answer = await call(name, target, { authorization: `Visitor ${target.secret}` })
      const wanted = procedures[name] ?? ''
      if (wanted === 'anyone') return expectAnyone(name, answer)
      if (wanted === 'visitor') return expect(answer.status).toBe(200)
      expectRefused(answer, 401, 'NOT_SIGNED_IN')
      await leftAlone(mine, stage)
    })
  })

  describe('nobody', () => {
    const mine = account()
    test.each(names)('%s', async (name) => {
      const stage = await stageFor(mine)
      const { target } = stage
      const answer = await call(name, target, {})
      if (procedures[name] === 'anyone') return expectAnyone(name, answer)
      expectRefused(answer, 401, 'NOT_SIGNED_IN')
      await leftAlone(mine, stage)
    })
  })

  describe('an Administrator of another account', () => {
    const mine = account()
    const elsewhere = account()
    test.each(names.filter((name) => calls[name]?.names))(
      '%s finds no such row, as if there were none',
      async (name) => {
        const stage = await stageFor(mine)
        const { target } = stage
        const foreign = await call(name, target, { cookie: elsewhere.own })
        const absent = await call(name, nowhere(), { cookie: elsewhere.own })
        expectRefused(foreign, 404, 'NOT_FOUND')
        expect(sameButId(foreign)).toEqual(sameButId(absent))
        await leftAlone(mine, stage)
      },
    )

    test.each(names.filter((name) => !calls[name]?.names && !/anyone|visitor/.test(procedures[name] ?? '')))(
      '%s tells nothing of this account',
      async (name) => {
        const { target } = await stageFor(mine)
        const answer = await call(name, target, { cookie: elsewhere.own })
        expectAllowed('Administrator', name, answer, new Set(defaults['Administrator']))
        const { text } = answer
        for (const secret of [target.chatId, target.contactId, mine.seed.accountId, 'planted in the matrix'])
          expect(text).not.toContain(secret)
      },
    )
  })
})

function expectAnyone(name: string, answer: Answer) {
  // The set-up link of a server that is set up, or a wrong one, is refused to everybody alike.
  if (/^(setup\.create|join\.)/.test(name))
    expect(['NOT_FOUND', 'CONFLICT', 'TOO_MANY']).toContain(answer.refusal?.code)
  // Called once for each role from one address, these reach their limit: the refusal is the limiter's, not the guard's.
  else if (answer.status === 429) expect(answer.refusal?.code).toBe('TOO_MANY')
  else expect(answer.status).toBe(200)
}

/** What the product text's seniority decides beyond the permission: who holds less than an Agent does not manage one. */
const seniority = new Set([
  'team.setRole',
  'team.setRoles',
  'team.setDepartments',
  'team.deactivate',
  'team.reactivate',
  'team.remove',
  'team.invite',
  'team.resendInvite',
  'team.revokeInvite',
  'access.grant',
  'access.give',
  'access.end',
])

/** For every member, but not of everything: nobody asks for what they hold, or withdraws what another asked for. */
const ownOnly: Record<string, string> = { 'access.request': 'CONFLICT', 'access.withdraw': 'NOT_FOUND' }

function expectAllowed(role: string, name: string, answer: Answer, holds: Set<string>) {
  if (name in ownOnly && answer.status !== 200) {
    expect(answer.refusal?.code).toBe(ownOnly[name])
    if (name === 'access.request') expect(role).toBe('Administrator')
    return
  }
  const junior = seniority.has(name) && !(role in defaults)
  if (junior && answer.status === 403) {
    expect(answer.refusal?.code).toBe('PERMISSION_MISSING')
    expect(holds).not.toContain(answer.refusal?.permission)
  } else expect([name, answer.status, answer.refusal]).toEqual([name, 200, null])
}

function expectRefused(answer: Answer, status: number, code: string) {
  expect([answer.status, answer.refusal?.code]).toEqual([status, code])
}

const nowhere = (): Target => ({
  accountId: crypto.randomUUID(),
  contactId: crypto.randomUUID(),
  chatId: crypto.randomUUID(),
  memberId: crypto.randomUUID(),
  roleId: crypto.randomUUID(),
  newcomerId: crypto.randomUUID(),
  requestId: crypto.randomUUID(),
  grantId: crypto.randomUUID(),
  customRoleId: crypto.randomUUID(),
  inviteId: crypto.randomUUID(),
  departmentId: crypto.randomUUID(),
  secret: '',
})

const sameButId = ({ status, text }: Answer) => [status, text.replace(/"requestId":"[^"]*"/, '')]
