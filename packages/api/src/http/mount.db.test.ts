import type { Database } from '@rolecall/db'
import { freshDatabase, type Seed, seedAccount } from '@rolecall/db/testing'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../api.ts'
import { sessionCookie } from '../guard/cookie.ts'
import { recorder } from '../testing/index.ts'
import { secret } from '../testing/start.ts'

// A chat platform that has a server already mounts ours in it, as it is: default options, its own routes and parsers.

describe('mounted in somebody’s Fastify', () => {
  let host: FastifyInstance
  let close: () => Promise<void>
  let seed: Seed
  let database: Database
  let api: ReturnType<typeof createApi>
  const url = 'https://chat.example.com'
  beforeAll(async () => {
    database = await freshDatabase('pglite')
    seed = await seedAccount(database)
    api = createApi({ database, secret, url, log: recorder().log })
    host = fastify()
    host.get('/hello', async () => 'hello')
    host.post('/form', async (request) => ({ got: request.body }))
    await host.register(api.plugin)
    await host.register(async (scope) => void scope.get('/hello', async () => 'still here'), { prefix: '/other' })
    await host.ready()
    close = async () => {
      await api.close()
      await host.close()
      await database.close()
    }
  })
  afterAll(() => close())

  const cookie = () => sessionCookie(url, secret).set(seed.members.Agent.session).split(';')[0] ?? ''

  it('answers under the host’s name, with the host’s limits', async () => {
    const me = await host.inject({ url: '/trpc/session.me', headers: { cookie: cookie() } })
    expect(me.statusCode).toBe(200)
    expect(me.json().result.data.role.name).toBe('Agent')
    expect(me.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    const batch = Array.from({ length: 20 }, () => 'session.me').join(',')
    expect(batch.length).toBeGreaterThan(100)
    const many = await host.inject({ url: `/trpc/${batch}?batch=1`, headers: { cookie: cookie() } })
    expect(many.statusCode).toBe(200)
    expect(many.json()).toHaveLength(20)
  })

  it('leaves the host’s own routes as they were', async () => {
    const hello = await host.inject('/hello')
    expect(hello.body).toBe('hello')
    expect(hello.headers['content-security-policy']).toBeUndefined()
    expect((await host.inject('/other/hello')).body).toBe('still here')
    const text = { 'content-type': 'text/plain', origin: 'https://elsewhere.example' }
    const form = await host.inject({ method: 'POST', url: '/form', payload: 'as text', headers: text })
    expect(form.json()).toEqual({ got: 'as text' })
    expect((await host.inject('/nowhere')).json()).toMatchObject({ statusCode: 404, error: 'Not Found' })
  })

  it('reads the cookie that is bound to the host, on https', async () => {
    expect(cookie()).toMatch(/^__Host-/)
    const plain = { cookie: cookie().replace('__Host-', '') }
    expect((await host.inject({ url: '/trpc/session.me', headers: plain })).statusCode).toBe(401)
  })

  it('keeps a new password at the cost of the product, where nothing else is said', async () => {
    const post = (what: string, payload: object) =>
      host.inject({ method: 'POST', url: `/auth/${what}`, payload, headers: { origin: url } })
    const { email, userId } = seed.members.Agent
    const { link } = await api.operator.passwordLink(email, {})
    const [, token] = link.split('#')
    expect((await post('reset-password', { token, newPassword: 'a new password' })).statusCode).toBe(200)
    const kept = database.db.selectFrom('identity_credential').select('password').where('user_id', '=', userId)
    expect((await kept.executeTakeFirst())?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('will not start with a secret that can be guessed', () => {
    const options = { database: {} as never, url, log: recorder().log }
    expect(() => createApi({ ...options, secret: 'short' })).toThrow(/at least 32 characters/)
  })
})
