import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionCookie } from './cookie.ts'

const cookie = sessionCookie('http://localhost:4000', 'a secret of the server')
const pair = (set: string) => set.slice(0, set.indexOf(';'))

describe('sessionCookie', () => {
  it('reads what it wrote, among other cookies', () => {
    expect(cookie.read(`theme=dark; ${pair(cookie.set('abc'))}; x`)).toBe('abc')
  })

  it('is bound to the host on https, and readable by no script', () => {
    const set = sessionCookie('https://chat.example.com', 's').set('abc')
    expect(set).toMatch(/^__Host-rolecall\.session=abc\./)
    for (const word of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(set).toContain(`; ${word}`)
    expect(set).not.toContain('Domain')
  })

  it('is for a path alone where the installation has a host to share', () => {
    const set = sessionCookie('https://example.com/chat/', 's').set('abc')
    expect(set).toMatch(/^__Secure-rolecall\.session=abc\..*; Path=\/chat; HttpOnly; SameSite=Lax; Secure$/)
    expect(sessionCookie('https://example.com/chat', 's').clear()).toContain('; Path=/chat;')
    expect(sessionCookie('http://localhost:4000/', 's').set('abc')).toContain('; Path=/;')
  })

  it('reads nothing that another secret signed', () => {
    const other = sessionCookie('http://localhost:4000', 'another secret')
    expect(cookie.read(pair(other.set('abc')))).toBeUndefined()
  })

  it('reads nothing that nobody signed, whatever it looks like', () => {
    assert(
      property(string({ unit: 'binary' }), (junk) => {
        expect(cookie.read(junk)).toBeUndefined()
        expect(cookie.read(`rolecall.session=${junk}`)).toBeUndefined()
      }),
    )
  }, 30_000)
})
