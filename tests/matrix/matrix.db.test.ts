import { type StartedApi, startApi } from '@rolecall/api/testing'
import { engines, seedAccount } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, make } from './calls.ts'
import { withoutTrace } from './no-trace.ts'
import { chance, randomRoles } from './random-roles.ts'
import { defaults, lines, procedures, withNeeds } from './table.ts'
import { newTargets, type Target } from './target.ts'

// Every procedure × four default roles, an empty one, twenty random ones, a token, a visitor, nobody, and an
// Administrator of another account; over real HTTP; against a table typed by hand. Each has an account to itself, and what
// it is refused comes first: that all of that together left the account as it was is read from all the account's rows.

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
  })

  /** What is allowed, each with rows that nothing else touches; questions take nothing away and share theirs. */
  function allowed(mine: StartedApi, open: string[], check: (name: string, target: Target) => Promise<void>) {
    const targets = new Map<string, Target>()
    beforeAll(async () => {
      const questions = open.filter((name) => lines[name]?.method === 'GET')
      const acts = open.filter((name) => !questions.includes(name))
      const [shared, ...own] = await newTargets(mine, acts.length + 1)
      if (shared) for (const name of questions) targets.set(name, shared)
      for (const [n, target] of own.entries()) targets.set(acts[n] ?? '', target)
    })
    test.each(open)('%s', (name) => check(name, targets.get(name) as Target))
  }

  describe.each(Object.keys(held))('%s', (role) => {
    const mine = account(role)
    const holds = withNeeds(held[role] ?? [])
    const [shut, open] = parted((wanted) => wanted === 'anyone' || wanted === 'member' || holds.has(wanted))

    test('is refused all else, is told why, and changes nothing by it', async () => {
      const answers = await withoutTrace(mine, shut, (name, target) => call(name, target, { cookie: mine.own }))
      const why = (wanted: string) =>
        wanted === 'visitor' ? notSignedIn : { status: 403, code: 'PERMISSION_MISSING', permission: wanted, role }
      expectRefused(answers, shut, why)
    })

    allowed(mine, open, async (name, target) => {
      const answer = await call(name, target, { cookie: mine.own })
      if (procedures[name] === 'anyone') expectAnyone(name, answer)
      else expectAllowed(role, name, answer, holds)
    })

    test('is shown exactly what it may call', async () => {
      const { data } = await server.with({ cookie: mine.own }).get<{ procedures: string[] }>('session.me')
      const may = names.filter((name) => procedures[name] === 'member' || holds.has(procedures[name] ?? ''))
      expect(data.procedures.toSorted()).toEqual(may.toSorted())
    })
  })

  describe('a token of an Administrator, for inbox.view only', () => {
    const mine = account()
    let token = ''
    beforeAll(async () => {
      const { email } = mine.seed.members.Administrator
      token = (await server.api.operator.createToken(email, { permissions: ['inbox.view'], name: 'Matrix' })).token
    })
    const ask = (name: string, target: Target) => call(name, target, { authorization: `Bearer ${token}` })
    const [shut, open] = parted((wanted) => ['anyone', 'member', 'inbox.view'].includes(wanted))

    test('is refused all else, and changes nothing by it', async () => {
      const answers = await withoutTrace(mine, shut, ask)
      const why = (wanted: string) =>
        wanted === 'visitor' ? notSignedIn : { status: 403, code: 'PERMISSION_MISSING', permission: wanted }
      expectRefused(answers, shut, why)
    })
    allowed(mine, open, async (name, target) => {
      const answer = await ask(name, target)
      if (procedures[name] === 'anyone') expectAnyone(name, answer)
      else expectAllowed('Administrator', name, answer, new Set(['inbox.view']))
    })
  })

  describe('a visitor', () => {
    const mine = account()
    const ask = (name: string, target: Target) => call(name, target, { authorization: `Visitor ${target.secret}` })
    const [shut, open] = parted((wanted) => wanted === 'anyone' || wanted === 'visitor')

    test('is refused all else, and changes nothing by it', async () => {
      expectRefused(await withoutTrace(mine, shut, ask), shut, () => notSignedIn)
    })
    allowed(mine, open, async (name, target) => {
      const answer = await ask(name, target)
      if (procedures[name] === 'anyone') expectAnyone(name, answer)
      else expectTaken(answer)
    })
  })

  describe('nobody', () => {
    const mine = account()
    const ask = (name: string, target: Target) => call(name, target, {})
    const [shut, open] = parted((wanted) => wanted === 'anyone')

    test('is refused all else, and changes nothing by it', async () => {
      expectRefused(await withoutTrace(mine, shut, ask), shut, () => notSignedIn)
    })
    allowed(mine, open, async (name, target) => expectAnyone(name, await ask(name, target)))
  })

  describe('an Administrator of another account', () => {
    const mine = account()
    const elsewhere = account()
    const ask = (name: string, target: Target) => call(name, target, { cookie: elsewhere.own })

    test('finds no row of this one, as if there were none, and changes nothing', async () => {
      const naming = names.filter((name) => lines[name]?.names)
      const answers = await withoutTrace(mine, naming, async (name, target) => ({
        foreign: await ask(name, target),
        absent: await ask(name, nowhere()),
      }))
      const foreign = Object.fromEntries(naming.map((name) => [name, answers[name]?.foreign as Answer]))
      expectRefused(foreign, naming, () => ({ status: 404, code: 'NOT_FOUND' }))
      const both = (which: 'foreign' | 'absent') => naming.map((name) => [name, sameButId(answers[name]?.[which])])
      expect(both('foreign')).toEqual(both('absent'))
    })

    describe('is told nothing of it', () => {
      const asking = names.filter((name) => !lines[name]?.names && !/anyone|visitor/.test(procedures[name] ?? ''))
      allowed(mine, asking, async (name, target) => {
        const answer = await ask(name, target)
        expectAllowed('Administrator', name, answer, new Set(defaults['Administrator']))
        expectNothingOf([target.chatId, target.contactId, mine.seed.accountId, 'planted in the matrix'], answer)
      })
    })
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

function expectAllowed(role: string, name: string, answer: Answer, holds: Set<string>) {
  const { own, junior } = lines[name] ?? {}
  if (own && answer.status !== 200) {
    expect(answer.refusal?.code).toBe(own)
    if (name === 'access.request') expect(role === 'Administrator' || holds.has('billing.card')).toBe(true)
    return
  }
  if (junior && !(role in defaults) && answer.status === 403) {
    expect(answer.refusal?.code).toBe('PERMISSION_MISSING')
    expect(holds).not.toContain(answer.refusal?.permission)
  } else expect([name, answer.status, answer.refusal]).toEqual([name, 200, null])
}

const expectTaken = ({ status }: Answer) => expect(status).toBe(200)

function expectNothingOf(secrets: string[], { text }: Answer) {
  for (const secret of secrets) expect(text).not.toContain(secret)
}

const notSignedIn = { status: 401, code: 'NOT_SIGNED_IN' }

/** Each of the answers is the refusal that its line of the table asks for; what differs is named. */
function expectRefused(answers: Record<string, Answer>, asked: string[], why: (wanted: string) => object) {
  const got = asked.map((name) => [name, { status: answers[name]?.status, ...answers[name]?.refusal }])
  const wanted = asked.map((name) => [name, why(procedures[name] ?? '')])
  expect(Object.fromEntries(got)).toMatchObject(Object.fromEntries(wanted))
}

/** The lines of the table that do not fit, and those that do. */
const parted = (open: (wanted: string) => boolean): [string[], string[]] => {
  const fits = (name: string) => open(procedures[name] ?? '')
  return [names.filter((name) => !fits(name)), names.filter(fits)]
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
  ownId: crypto.randomUUID(),
  secret: '',
})

const sameButId = (answer?: Answer) => [answer?.status, answer?.text.replace(/"requestId":"[^"]*"/, '')]
