import { randomUUID } from 'node:crypto'
import { engines, hashed, seedAccount } from '@rolecall/db/testing'
import type { Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../rows/person.ts'
import { cheapHash } from '../testing/cheap-hash.ts'
import { type StartedApi, startApi } from '../testing/index.ts'

const password = 'a sentence nobody guesses'

describe.each(engines)('identity on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { chats: false } })
  })
  afterAll(() => server.close())

  /** Somebody who can sign in. */
  const person = async (name: string, role: 'Agent' | 'Administrator' = 'Agent') => {
    const { accountId, roles } = server.seed
    const email = `${name.toLowerCase()}@example.test`
    const ids = await server.database.tenant(accountId, (tx) =>
      addPerson(tx, { accountId, roleId: roles[role], name, email, password }, cheapHash),
    )
    return { email, ...ids }
  }
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify(body),
    })
    const cookie = response.headers.getSetCookie().map((set) => set.split(';')[0] ?? '')
    return {
      status: response.status,
      body: (await response.json()) as { code?: string; message?: string },
      cookie,
      response,
    }
  }
  const me = async (cookie: string[]) => (await server.with({ cookie: cookie.join('; ') }).get('session.me')).status

  /** The newest event: what open streams are cut by. */
  const lastTold = () =>
    server.database.tenant(server.seed.accountId, (tx) =>
      tx.selectFrom('event').select(['type', 'member_id']).orderBy('id', 'desc').limit(1).executeTakeFirst(),
    )

  it('signs in, out, and is out at once', async () => {
    const { email, memberId } = await person('Ines')
    const { status, body, cookie, response } = await post('sign-in/email', { email, password })
    expect(status).toBe(200)
    expect(body).toEqual({ ok: true })
    expect(response.headers.getSetCookie()[0]).toMatch(/; HttpOnly/)
    expect(response.headers.getSetCookie()[0]).toMatch(/; SameSite=Lax/i)
    expect(await me(cookie)).toBe(200)

    const out = await post('sign-out', {}, { cookie: cookie.join('; ') })
    expect(out.status).toBe(200)
    expect(out.response.headers.getSetCookie()[0]).toMatch(/Max-Age=0/)
    expect(await me(cookie)).toBe(401)
    expect(await lastTold()).toMatchObject({ type: 'session', member_id: memberId })
  })

  it('takes the email in any case, and keeps argon2id', async () => {
    const { email, userId } = await person('Ugo')
    expect((await post('sign-in/email', { email: email.toUpperCase(), password })).status).toBe(200)
    const stored = await server.database.db
      .selectFrom('identity_credential')
      .select('password')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    expect(stored.password).toMatch(/^\$argon2id\$/)
  })

  it('answers a wrong password, an unknown person and a deactivated one alike', async () => {
    const { email } = await person('Wim')
    const gone = await person('Gone')
    await server.database.tenant(server.seed.accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', gone.memberId).execute(),
    )
    const answers = await Promise.all([
      post('sign-in/email', { email, password: `${password}!` }),
      post('sign-in/email', { email: 'nobody@example.test', password }),
      post('sign-in/email', { email: gone.email, password }),
    ])
    for (const { status, body, cookie } of answers) {
      expect(status).toBe(401)
      expect(body).toMatchObject({ code: 'NOT_SIGNED_IN', message: answers[0].body.message })
      expect(cookie).toEqual([])
    }
  })

  it('ends a session the moment its member is deactivated', async () => {
    const { email, memberId } = await person('Dora')
    const { cookie } = await post('sign-in/email', { email, password })
    expect(await me(cookie)).toBe(200)
    await server.database.tenant(server.seed.accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', memberId).execute(),
    )
    expect(await me(cookie)).toBe(401)
  })

  it('lets nobody sign up', async () => {
    const { status } = await post('sign-up/email', { email: 'new@example.test', password, name: 'New' })
    expect(status).toBe(404)
    const response = await fetch(`${server.url}/auth/get-session`)
    expect(response.status).toBe(404)
  })

  it('gives a new password by mail: once, and every session ends', async () => {
    const { email, memberId } = await person('Rosa')
    const { cookie } = await post('sign-in/email', { email, password })
    server.letters.length = 0
    expect((await post('request-password-reset', { email, redirectTo: '/console/reset' })).status).toBe(200)
    const [letter] = await server.mailed()
    expect(letter?.to).toBe(email)
    const [, token = ''] = /\/console\/reset#(\S+)/.exec(letter?.text ?? '') ?? []
    expect(token).not.toBe('')
    const rows = await server.database.db.selectFrom('identity_verification').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)

    const newPassword = 'another sentence of mine'
    expect((await post('reset-password', { newPassword: 'short', token })).status).toBe(400)
    expect((await post('reset-password', { newPassword, token })).status).toBe(200)
    expect(await me(cookie)).toBe(401)
    expect((await post('sign-in/email', { email, password })).status).toBe(401)
    expect((await post('sign-in/email', { email, password: newPassword })).status).toBe(200)

    expect(await lastTold()).toMatchObject({ type: 'session', member_id: memberId })

    const again = await post('reset-password', { newPassword, token })
    expect(again.status).toBe(400)
    expect(again.body.message).toMatch(/used already or is too old/)
  })

  const ask = async (email: string) => {
    server.letters.length = 0
    await post('request-password-reset', { email })
    return (await server.mailed())
      .toSorted((a, b) => b.text.localeCompare(a.text))
      .map(({ text }) => /reset#(\S+)/.exec(text)?.[1] ?? '')
  }
  const choose = async (token: string | undefined, newPassword: string) =>
    (await post('reset-password', { newPassword, token })).status

  it('ends every other link of a person with the one that is used', async () => {
    const { email } = await person('Twice')
    const [first] = await ask(email)
    const [second] = await ask(email)
    expect(await choose(second, 'the second letter')).toBe(200)
    expect(await choose(first, 'the first letter')).toBe(400)
    expect((await post('sign-in/email', { email, password: 'the second letter' })).status).toBe(200)
  })

  const changes: [string, (them: { memberId: string }) => Promise<unknown>][] = [
    ['their role', ({ memberId }) => asAdmin('team.setRole', { memberId, roleId: server.seed.roles.Support })],
    ['their membership', ({ memberId }) => asAdmin('team.deactivate', { memberId })],
    ['their removal', ({ memberId }) => asAdmin('team.remove', { memberId })],
    ['a permission that they are given', ({ memberId }) => asAdmin('access.give', given(memberId))],
  ]
  const given = (memberId: string) => ({ memberId, permission: 'reports.view', roleId: null, until: null, reason: '' })
  const asAdmin = (call: string, input: object) => server.as('Administrator').post(call, input)
  it.each(changes)('ends the links of a person with %s', async (what, change) => {
    const { email, memberId } = await person(`Links ${what}`.replaceAll(' ', '-'))
    const [token] = await ask(email)
    await change({ memberId })
    expect(await choose(token, 'too late for that')).toBe(400)
  })

  it('ends the links of a person with what their role holds', async () => {
    const { email, memberId } = await person('Reader')
    const draft = { name: 'Reader', permissions: ['inbox.view'], fullSections: [], chats: 'all', unassigned: true }
    const { data } = await asAdmin('roles.create', { draft, from: null })
    const { roleId, version } = data as { roleId: string; version: number }
    await asAdmin('team.setRole', { memberId, roleId })
    const [token] = await ask(email)
    const edit = { roleId, version, draft: { ...draft, permissions: ['inbox.view', 'inbox.reply'] } }
    expect((await asAdmin('roles.edit', edit)).status).toBe(200)
    expect(await choose(token, 'too late for that')).toBe(400)
  })

  it('writes no letter to who is on no team', async () => {
    const { email, memberId } = await person('Left')
    await asAdmin('team.deactivate', { memberId })
    expect(await ask(email)).toEqual([])
  })

  it('confirms an address by the letter that was opened, and writes to each login of it by its teams', async () => {
    const { email } = await person('Mira')
    const other = await seedAccount(server.database, { name: 'Elsewhere', chats: false })
    const { accountId, roles } = other
    const there = { accountId, roleId: roles.Agent, name: 'Mira', email, password: 'hers from elsewhere' }
    await server.database.tenant(accountId, (tx) => addPerson(tx, there, cheapHash))
    const tokens = await ask(email)
    expect(
      server.letters
        .toSorted((a, b) => b.text.localeCompare(a.text))
        .map(({ text }) => /the team of (.*)\./.exec(text)?.[1]),
    ).toEqual(['Harbour Books', 'Elsewhere'])
    expect(await choose(tokens[1], 'chosen for elsewhere')).toBe(200)
    const logins = await server.database.db
      .selectFrom('identity_user')
      .select(['account_id', 'confirmed_at'])
      .where('email', '=', email)
      .orderBy('created_at')
      .execute()
    expect(logins).toEqual([
      { account_id: server.seed.accountId, confirmed_at: null },
      { account_id: null, confirmed_at: expect.any(Date) },
    ])
    expect((await post('sign-in/email', { email, password })).status).toBe(200)
  })

  it('keeps nothing that a session could be opened with', async () => {
    const { email } = await person('Hashed')
    const { cookie } = await post('sign-in/email', { email, password })
    const token =
      decodeURIComponent(cookie[0] ?? '')
        .split(/[=.]/)
        .at(-3) ?? ''
    const rows = await server.database.db.selectFrom('identity_session').selectAll().execute()
    expect(rows.map(({ token_hash }) => token_hash)).toContain(hashed(token))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  describe('of who works in several accounts', () => {
    const both = async (name: string) => {
      const here = await person(name)
      const other = await seedAccount(server.database, { name: 'Elsewhere', chats: false })
      const row = { account_id: other.accountId, id: randomUUID(), user_id: here.userId, role_id: other.roles.Support }
      await server.database.tenant(other.accountId, (tx) => tx.insertInto('member').values(row).execute())
      return { ...here, there: row.id, other }
    }
    const seen = async (cookie: string[]) =>
      (await server.with({ cookie: cookie.join('; ') }).get<Session>('session.me')).data?.account.name

    it('asks which at sign-in', async () => {
      const { email, memberId, there } = await both('Bea')
      const asked = await post('sign-in/email', { email, password })
      expect([asked.status, asked.cookie]).toEqual([200, []])
      expect(asked.body).toEqual({
        ok: false,
        choose: [
          { memberId, account: 'Harbour Books', role: 'Agent' },
          { memberId: there, account: 'Elsewhere', role: 'Support' },
        ],
      })
      const come = await post('sign-in/email', { email, password, memberId: there })
      expect(await seen(come.cookie)).toBe('Elsewhere')
      const strange = server.seed.members.Administrator.id
      expect((await post('sign-in/email', { email, password, memberId: strange })).status).toBe(401)
      expect((await post('sign-in/email', { email, password: 'wrong', memberId: there })).status).toBe(401)
    })

    it('moves them on in one step, and ends where they were', async () => {
      const { email, memberId, there, other } = await both('Moe')
      const here = await post('sign-in/email', { email, password, memberId })
      const cookie = here.cookie.join('; ')
      const moved = await post('switch', { memberId: there }, { cookie })
      expect(await seen(moved.cookie)).toBe('Elsewhere')
      expect(await me(here.cookie)).toBe(401)
      expect(await lastTold()).toMatchObject({ type: 'session', member_id: memberId })
      const back = { cookie: moved.cookie.join('; ') }
      expect((await post('switch', { memberId: other.members.Agent.id }, back)).status).toBe(404)
      expect((await post('switch', { memberId }, { cookie })).status).toBe(401)
      expect(await seen((await post('switch', { memberId }, back)).cookie)).toBe('Harbour Books')
    })
  })

  it.each(['\0', 'x\0y', 'x'.repeat(201), '', "' or 1=1 --"])(
    'takes no token that cannot be one: %j',
    async (token) => {
      const { status, body } = await post('reset-password', { newPassword: password, token })
      expect([status, body.code]).toEqual([400, 'INVALID_INPUT'])
    },
  )

  it('does not say whose address is known', async () => {
    server.letters.length = 0
    const known = await post('request-password-reset', { email: (await person('Kay')).email })
    const unknown = await post('request-password-reset', { email: 'stranger@example.test' })
    expect(unknown.status).toBe(known.status)
    expect(unknown.body).toEqual(known.body)
    expect(await server.mailed()).toHaveLength(1)
  })

  it.each([
    ['an unknown key', { email: 'a@example.test', password, role: 'Administrator' }],
    ['no password', { email: 'a@example.test' }],
    ['a list for an email', { email: ['a@example.test'], password }],
    ['a password of a megabyte', { email: 'a@example.test', password: 'x'.repeat(500_000) }],
  ])('refuses %s with the field', async (_, body) => {
    const answer = await post('sign-in/email', body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'INVALID_INPUT', fields: [{ message: expect.any(String) }] })
  })

  it('needs no more than our own cookie name from better-auth', async () => {
    const { email } = await person('Cora')
    const { cookie } = await post('sign-in/email', { email, password })
    expect(cookie).toHaveLength(1)
    expect(cookie[0]).toMatch(/^rolecall\.session=/)
  })
})
