import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sessionCookie } from '../guard/cookie.ts'
import { credentialOf } from './credential.ts'

const cookie = sessionCookie('http://localhost:4000', 'secret')
const accountId = randomUUID()
const keyOf = (kind: string) => `${kind}_${accountId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('credentialOf', () => {
  it('reads an API token, as its account and its hash', () => {
    const token = keyOf('rc')
    const read = credentialOf({ headers: { authorization: `Bearer ${token}` } }, cookie)
    expect(read).toEqual({ kind: 'token', accountId, hash: hashOf(token) })
  })

  it('reads a visitor’s secret the same way', () => {
    const secret = keyOf('rv')
    const read = credentialOf({ headers: { authorization: `Visitor ${secret}` } }, cookie)
    expect(read).toEqual({ kind: 'visitor', accountId, hash: hashOf(secret) })
  })

  it('reads a session that we signed', () => {
    const header = cookie.set('abc').split(';')[0]
    expect(credentialOf({ headers: { cookie: header } }, cookie)).toEqual({ kind: 'session', hash: hashOf('abc') })
  })

  it.each([
    ['nothing', {}],
    ['a visitor’s secret shown as a token', { authorization: `Bearer ${keyOf('rv')}` }],
    ['a token shown as a visitor’s secret', { authorization: `Visitor ${keyOf('rc')}` }],
    ['another case', { authorization: `bearer ${keyOf('rc')}` }],
    ['a token with something behind it', { authorization: `Bearer ${keyOf('rc')}x` }],
    ['a line break', { authorization: `Bearer ${keyOf('rc')}\n` }],
    ['an unsigned cookie', { cookie: 'rolecall.session=abc' }],
  ])('finds nobody in %s', (_, headers) => {
    expect(credentialOf({ headers }, cookie)).toEqual({ kind: 'none' })
  })

  it('finds nobody where two are named, though Node shows one of them', () => {
    const authorization = `Bearer ${keyOf('rc')}`
    const rawHeaders = ['Authorization', authorization, 'authorization', authorization]
    expect(credentialOf({ headers: { authorization }, rawHeaders }, cookie)).toEqual({ kind: 'none' })
    const once = ['X-Forwarded', 'authorization', 'Authorization', authorization]
    expect(credentialOf({ headers: { authorization }, rawHeaders: once }, cookie).kind).toBe('token')
  })

  it('ignores the cookie where an Authorization header is sent, even a wrong one', () => {
    const header = cookie.set('abc').split(';')[0]
    expect(credentialOf({ headers: { authorization: 'Bearer nonsense', cookie: header } }, cookie)).toEqual({
      kind: 'none',
    })
  })
})
