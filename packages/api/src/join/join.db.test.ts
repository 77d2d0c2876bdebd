import { randomUUID } from 'node:crypto'
import { teamTurn } from '@rolecall/db'
import { asOwner, engines, hashed, seedAccount } from '@rolecall/db/testing'
import type { Invitation, InviteLink, Session } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inLanes, trials } from '../testing/lanes.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

const password = 'a good long password'

describe.each(engines)('invitations on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { roles: { Night: { full_sections: ['inbox'] } } } })
  })
  afterAll(() => server.close())
  beforeEach(() => server.database.db.deleteFrom('attempt').execute())

  const invite = async (more: object = {}, as = 'Administrator') => {
    const email = `${randomUUID().slice(0, 8)}@example.test`
    const input = { email, roleId: server.seed.roles.Agent, departmentIds: [], ...more }
    const answer = await server.as(as).post<InviteLink>('team.invite', input)
    return { ...answer, email: input.email, token: answer.data?.link.split('#')[1] ?? '' }
  }
  const nobody = () => server.with({})
  const state = (token: string) => nobody().get<Invitation>('join.state', { token })
  const accept = (token: string, more: object = {}) =>
    nobody().post<{ ok: boolean }>('join.accept', { token, name: 'Rosa', password, ...more })
  const me = async (headers: Headers) =>
    (await server.with({ cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' }).get<Session>('session.me')).data

  it('is sent as a link that works once, for that address and that account', async () => {
    const { sales } = server.seed.departments
    const { data, token, email } = await invite({ departmentIds: [sales] })
    expect(data.link).toBe(`${server.url}/console/join#${token}`)
    expect(Date.parse(data.until) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000)
    expect(data.mailed).toBe(true)
    const letter = server.letters.find(({ to }) => to === email)
    expect(letter?.text).not.toContain(token)
    expect(letter?.text).toContain(`${server.url}/console/join#ri_`)
    expect(letter?.subject).not.toContain('Harbour')
    expect((await state(token)).data).toMatchObject({
      account: 'Harbour Books',
      role: 'Agent',
      email,
      known: false,
      letter: false,
    })

    const joined = await accept(token)
    expect(joined.data).toEqual({ ok: true })
    expect(await me(joined.headers)).toMatchObject({
      member: { name: 'Rosa', email, departmentIds: [sales] },
      role: { name: 'Agent' },
    })
    expect((await accept(token)).refusal.code).toBe('NOT_FOUND')
    expect((await state(token)).refusal.code).toBe('NOT_FOUND')
  })

  it('keeps no secret that could be read', async () => {
    const { token } = await invite()
    const text = await asOwner(server.database, async (db) => {
      const { rows } = await sql<{ all: string }>`
        select (select string_agg(i::text, '') from invite i) || (select string_agg(a::text, '') from audit a) as all`.execute(
        db,
      )
      return rows[0]?.all ?? ''
    })
    expect(text).toContain('team.invite')
    expect(text).not.toContain(token.slice(-43))
    expect(JSON.stringify(server.lines)).not.toContain(token.slice(-43))
  })

  const spoilt: [string, (made: { token: string; inviteId: string }) => Promise<unknown>][] = [
    ['revoked', ({ inviteId }) => server.as('Administrator').post('team.revokeInvite', { inviteId })],
    ['sent again', ({ inviteId }) => server.as('Administrator').post('team.resendInvite', { inviteId })],
    [
      'too old',
      ({ inviteId }) =>
        asOwner(server.database, (db) =>
          sql`update invite set expires_at = now() - interval '1 second' where id = ${inviteId}::uuid`.execute(db),
        ),
    ],
  ]
  it.each(spoilt)('is good for nothing once it is %s', async (_, spoil) => {
    const { token, data } = await invite()
    await spoil({ token, inviteId: data.inviteId })
    const before = await stateOf(server.database)
    expect((await accept(token)).refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(server.database)).toEqual(before)
  })

  it('is asked again when it is accepted: the inviter’s role of now, not of then', async () => {
    const { Supervisor } = server.seed.members
    const set = (role: string) =>
      server.as('Administrator').post('team.setRole', { memberId: Supervisor.id, roleId: server.seed.roles[role] })
    const { token } = await invite({}, 'Supervisor')
    await set('Agent')
    expect((await accept(token)).refusal.code).toBe('NOT_FOUND')
    await set('Supervisor')
    await server.as('Administrator').post('team.deactivate', { memberId: Supervisor.id })
    expect((await accept(token)).refusal.code).toBe('NOT_FOUND')
    await server.as('Administrator').post('team.reactivate', { memberId: Supervisor.id })
    expect((await accept(token)).data).toEqual({ ok: true })
    const session = { token_hash: hashed(Supervisor.session), expires_at: new Date(Date.now() + 3_600_000) }
    await server.database.db
      .insertInto('identity_session')
      .values({
        id: randomUUID(),
        user_id: Supervisor.userId,
        account_id: server.seed.accountId,
        updated_at: new Date(),
        ...session,
      })
      .execute()
  })

  it('is good for nothing while the plan has locked its role', async () => {
    const { token } = await invite({ roleId: server.seed.roles['Night'] })
    const plan = (plan: string) => server.as('Administrator').post('billing.changePlan', { plan })
    await plan('basic')
    expect((await accept(token)).refusal.code).toBe('NOT_FOUND')
    expect((await invite({ roleId: server.seed.roles['Night'] })).refusal.code).toBe('NOT_NOW')
    await plan('unlimited')
    expect((await accept(token)).data).toEqual({ ok: true })
  })

  const byHand = (token: string, more: object = {}) =>
    nobody().post<{ ok: boolean }>('join.accept', { token, password, ...more })
  /** The link of the letter that was written last. */
  const opened = (email: string) =>
    /join#(\S+)/.exec(server.letters.findLast(({ to }) => to === email)?.text ?? '')?.[1] ?? ''
  const elsewhere = async () => {
    const other = await seedAccount(server.database, { name: 'Elsewhere', chats: false })
    server.seed.members[other.accountId] = other.members.Administrator
    return { other, inviteThere: (email: string) => invite({ email, roleId: other.roles.Support }, other.accountId) }
  }
  const login = (email: string) =>
    server.database.db
      .selectFrom('identity_user')
      .select(['account_id', 'confirmed_at'])
      .where('email', '=', email)
      .orderBy('created_at')
      .execute()

  it('opened from its letter proves the mailbox: that login goes with them to the next account', async () => {
    const { email } = await invite()
    expect((await state(opened(email))).data).toMatchObject({ known: false, letter: true })
    await accept(opened(email))
    expect(await login(email)).toEqual([{ account_id: null, confirmed_at: expect.any(Date) }])
    const { inviteThere } = await elsewhere()
    const again = await inviteThere(email)
    expect((await byHand(again.token, { password: 'not theirs at all' })).data).toEqual({ ok: false, why: 'password' })
    const joined = await byHand(again.token)
    expect(await me(joined.headers)).toMatchObject({ account: { name: 'Elsewhere' }, role: { name: 'Support' } })
    expect(await login(email)).toHaveLength(1)
  })

  it('shown to the inviter proves nothing: who accepts it as somebody else is nobody elsewhere', async () => {
    const { token, email } = await invite()
    await accept(token, { name: 'Not Rosa' })
    expect(await login(email)).toEqual([{ account_id: server.seed.accountId, confirmed_at: null }])
    const { inviteThere } = await elsewhere()
    const theirs = await inviteThere(email)
    // Nobody is told that there is such a login, and its password opens nothing.
    expect((await state(theirs.token)).data).toMatchObject({ known: false })
    expect((await state(opened(email))).data).toMatchObject({ known: false, letter: true })
    expect((await byHand(theirs.token)).data).toEqual({ ok: false, why: 'password' })
    const own = 'a password of Rosa’s own'
    await accept(opened(email), { password: own })
    const places = async (password: string) => {
      const headers = { 'content-type': 'application/json', origin: server.url }
      const body = JSON.stringify({ email, password })
      const answer = await fetch(`${server.url}/auth/sign-in/email`, { method: 'POST', headers, body })
      return (await me(answer.headers)).account.name
    }
    expect([await places(own), await places(password)]).toEqual(['Elsewhere', 'Harbour Books'])
  })

  it('of who chooses a password anew though they have one leaves the one they have alone', async () => {
    const { email } = await invite()
    await accept(opened(email))
    const { inviteThere, other } = await elsewhere()
    await inviteThere(email)
    await accept(opened(email), { password: 'another one for there' })
    expect(await login(email)).toMatchObject([{ account_id: null }, { account_id: other.accountId }])
  })

  it('of who was on this team before asks for their password, or for the letter', async () => {
    const { token, email } = await invite()
    const first = await me((await accept(token)).headers)
    await server.as('Administrator').post('team.remove', { memberId: first.member.id })
    const again = await invite({ email })
    expect((await state(again.token)).data.known).toBe(true)
    expect((await accept(again.token)).data).toEqual({ ok: false, why: 'password' })
    expect((await accept(opened(email), { name: 'Rosa Anew', password: 'chosen anew by Rosa' })).data).toEqual({
      ok: true,
    })
    expect(await login(email)).toMatchObject([{ account_id: null }])
  })

  it('counts the guesses at a password', async () => {
    const { token } = await invite({ email: (await elsewhere()).other.members.Agent.email })
    await server.database.db.deleteFrom('attempt').where('key', 'like', 'join%').execute()
    const answers = []
    for (let n = 0; n < 21; n++) answers.push((await byHand(token, { password: `guess ${n}` })).refusal?.code ?? 'no')
    expect(answers.slice(0, 20)).toEqual(Array(20).fill('no'))
    expect(answers[20]).toBe('TOO_MANY')
  })

  it('refuses who is on the team, and a second one for the same address', async () => {
    expect((await invite({ email: server.seed.members.Agent.email.toUpperCase() })).refusal.code).toBe('CONFLICT')
    const { email, data } = await invite()
    expect((await invite({ email })).refusal.code).toBe('CONFLICT')
    await asOwner(server.database, (db) =>
      sql`update invite set expires_at = now() - interval '1 second' where id = ${data.inviteId}::uuid`.execute(db),
    )
    expect((await invite({ email })).status).toBe(200)
  })

  it.each(['', 'ri_', `ri_${'0'.repeat(32)}_${'A'.repeat(43)}`, `rc_${'0'.repeat(32)}_${'A'.repeat(43)}`])(
    'a token like "%s" opens nothing',
    async (token) => {
      expect((await state(token)).refusal.code).toBe('NOT_FOUND')
    },
  )

  it('of a newcomer asks for a password that is long enough', async () => {
    const { token } = await invite()
    const { refusal } = await accept(token, { password: 'short' })
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['password'])
  })

  if (engine === 'postgres') {
    it(`${trials} times, four at once: one gets in`, { timeout: 120_000 }, async () => {
      const won: number[] = []
      const account = () => seedAccount(server.database, { chats: false })
      await inLanes(account, async ({ accountId, members, roles }) => {
        // Under its number: whoever invites is known by the account that they are of.
        server.seed.members[accountId] = members.Administrator
        // Before each: what the lanes do in between stays under the limit.
        await server.database.db.deleteFrom('attempt').execute()
        const { token } = await invite({ roleId: roles.Agent }, accountId)
        const answers = await Promise.all([1, 2, 3, 4].map(() => accept(token)))
        won.push(answers.filter(({ data }) => data?.ok).length)
        expect(answers.every(({ status }) => status < 500)).toBe(true)
      })
      expect(won).toEqual(Array(trials).fill(1))
    })

    it(`${trials} times, of one new address to two accounts: both let them in, one login is good everywhere`, {
      timeout: 120_000,
    }, async () => {
      const both = async () => [await elsewhere(), await elsewhere()]
      const outcomes: string[] = []
      await inLanes(both, async (accounts) => {
        await server.database.db.deleteFrom('attempt').execute()
        const email = `${randomUUID().slice(0, 8)}@example.test`
        const tokens: string[] = []
        for (const { inviteThere } of accounts) {
          await inviteThere(email)
          tokens.push(opened(email))
        }
        const answers = await Promise.all(tokens.map((token) => accept(token)))
        const good = (await login(email)).filter(({ account_id }) => account_id === null).length
        outcomes.push([...answers.map(({ status, data }) => `${status} ${data?.ok}`), good].join())
      })
      expect(new Set(outcomes)).toEqual(new Set(['200 true,200 true,1']))
    })

    it('does not hold the team’s turn while a password is hashed', async () => {
      const { token } = await invite()
      const { accountId } = server.seed
      const [taken, through] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      server.hashing = () => {
        taken.resolve()
        return through.promise
      }
      const accepting = accept(token)
      await taken.promise
      // Were it held, this would wait for one who waits for it, until its statement is given up.
      await server.database.tenant(accountId, (tx) => teamTurn(tx, accountId)).finally(through.resolve)
      server.hashing = undefined
      expect((await accepting).data).toEqual({ ok: true })
    })
  }
})
