import { request } from 'node:http'
import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('http on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine)
  })
  afterAll(() => server.close())

  const body = () => JSON.stringify({ memberId: server.seed.members.Agent.id, roleId: server.seed.roles.Support })
  /** As a browser of the Administrator would send it, with something changed. */
  const send = async (
    headers: Record<string, string | undefined>,
    payload: string | Buffer = body(),
    path = 'team.setRole',
  ) => {
    const all = {
      'content-type': 'application/json',
      origin: server.url,
      cookie: server.cookie('Administrator'),
      ...headers,
    }
    const sent = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const response = await fetch(`${server.url}/trpc/${path}`, { method: 'POST', headers: sent, body: payload })
    const text = await response.text()
    return { status: response.status, refusal: JSON.parse(text).error?.data?.refusal, text, headers: response.headers }
  }
  const unchanged = async () => {
    const { data } = await server
      .as('Administrator')
      .get<{ rows: { id: string; role: { name: string } }[] }>('team.members')
    expect(data.rows.find(({ id }) => id === server.seed.members.Agent.id)?.role.name).toBe('Agent')
  }

  it.each([
    ['another origin', { origin: 'https://evil.example' }, 403, 'WRONG_ORIGIN'],
    ['a sandboxed frame', { origin: 'null' }, 403, 'WRONG_ORIGIN'],
    ['a cookie without an origin', { origin: undefined }, 403, 'WRONG_ORIGIN'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'WRONG_CONTENT_TYPE'],
    ['plain text', { 'content-type': 'text/plain' }, 415, 'WRONG_CONTENT_TYPE'],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'WRONG_CONTENT_TYPE'],
    ['bytes', { 'content-type': 'application/octet-stream' }, 415, 'WRONG_CONTENT_TYPE'],
    ['json by another name', { 'content-type': 'text/json' }, 415, 'WRONG_CONTENT_TYPE'],
  ])('refuses a change from %s', async (_, headers, status, code) => {
    const answer = await send(headers)
    expect(answer.status).toBe(status)
    expect(answer.refusal).toMatchObject({
      code,
      requestId: expect.any(String),
      message: expect.stringMatching(/\. \w.+\.$/),
    })
    await unchanged()
  })

  it('refuses a real multipart form, which stock tRPC would run', async () => {
    const form = new FormData()
    form.set('memberId', server.seed.members.Agent.id)
    form.set('roleId', server.seed.roles.Support)
    const headers = { origin: server.url, cookie: server.cookie('Administrator') }
    const response = await fetch(`${server.url}/trpc/team.setRole`, { method: 'POST', headers, body: form })
    expect(response.status).toBe(415)
    await unchanged()
  })

  it('runs no change by GET, and answers no question by POST', async () => {
    const input = encodeURIComponent(body())
    expect((await server.as('Administrator').get(`team.setRole?input=${input}`)).refusal.code).toBe('NOT_FOUND')
    expect((await send({}, '', 'team.members')).refusal.code).toBe('NOT_FOUND')
    await unchanged()
  })

  it.each([
    ['not JSON', '{"memberId":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a prototype', '{"__proto__":{"memberId":"x"}}'],
    ['deep nesting', '['.repeat(100_000)],
    ['half a character', Buffer.from([0x22, 0xff, 0x22])],
  ])('refuses %s as a body', async (_, payload) => {
    const answer = await send({}, payload)
    expect(answer.status).toBe(400)
    expect(answer.refusal.code).toBe('INVALID_INPUT')
  })

  it('refuses a body over a megabyte, declared or not', async () => {
    const answer = await send({}, `{"memberId":"${'x'.repeat(1_000_001)}"}`)
    expect(answer.status).toBe(413)
    expect(answer.refusal.code).toBe('TOO_LARGE')
  })

  it.each(['%00', '%E0%A4%A', 'constructor', '__proto__', 'toString', 'team', 'team.', 'nope.nope', 'a'.repeat(3000)])(
    'finds nothing at /trpc/%s',
    async (path) => {
      const response = await fetch(`${server.url}/trpc/${path}`, { headers: { cookie: server.cookie('Agent') } })
      expect([400, 404]).toContain(response.status)
    },
  )

  it('takes twenty calls in a batch and not one more', async () => {
    const batch = (length: number) => {
      const paths = Array.from({ length }, () => 'session.me').join(',')
      return server.as('Agent').get(`${paths}?batch=1&input=${encodeURIComponent('{}')}`)
    }
    const twenty = await batch(20)
    expect(twenty.status).toBe(200)
    expect(twenty.body).toHaveLength(20)
    const more = await batch(21)
    expect(more.status).toBe(400)
    expect(more.refusal.message).toMatch(/at most 20/)
  })

  it('answers each call of a batch for itself', async () => {
    const { status, body } = await server.as('Support').get('session.me,team.members,nope?batch=1')
    expect(status).toBe(207)
    expect(body).toMatchObject([
      { result: { data: { role: { name: 'Support' } } } },
      { error: { data: { httpStatus: 403, refusal: { code: 'PERMISSION_MISSING' } } } },
      { error: { data: { httpStatus: 404, refusal: { code: 'NOT_FOUND' } } } },
    ])
  })

  it('sends safe headers and the request id with every answer', async () => {
    for (const { headers, refusal } of [
      await send({ origin: 'https://evil.example' }),
      await server.with({}).get('session.me'),
    ]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-request-id')).toBe(refusal.requestId)
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('lets foreign pages read how to show the widget, and nothing else', async () => {
    const config = await server
      .with({ origin: 'https://shop.example' })
      .get('visitor.config', { account: server.seed.accountId })
    expect(config.status).toBe(200)
    expect(config.headers.get('access-control-allow-origin')).toBe('*')
    expect(config.headers.get('access-control-allow-credentials')).toBeNull()
    const me = await server.with({ origin: 'https://shop.example', cookie: server.cookie('Agent') }).get('session.me')
    expect(me.headers.get('access-control-allow-origin')).toBeNull()
    const both = await server.with({}).get('visitor.config,session.me?batch=1')
    expect(both.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('does not believe a forwarded address or a method in a header', async () => {
    const answer = await send({ 'x-http-method-override': 'GET', 'x-forwarded-host': 'evil.example' })
    expect(answer.status).toBe(200)
    await server.api.operator.setRole(server.seed.members.Agent.email, { role: 'Agent' })
  })

  it('answers a request whose headers are broken without falling over', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${server.url}/trpc/session.me`, { headers: { cookie: 'rolecall.session=%E0%A4%A; ;;=;' } })
      sent
        .on('response', (response) => resolve(response.statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(401)
  })
})
