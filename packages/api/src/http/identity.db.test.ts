import { engines } from '@rolecall/db/testing'
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
    const [letter] = server.letters
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
    expect(server.letters).toHaveLength(1)
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
