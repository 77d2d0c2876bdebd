import { describe, expect, it } from 'vitest'
import { type Caller, checkOrigin, ownOrigins } from './origin.ts'

const own = ownOrigins('https://chat.example.com/console/')
const caller = (more: Partial<Caller>): Caller => ({ origin: undefined, site: undefined, cookie: false, ...more })

describe('checkOrigin', () => {
  it.each([
    ['our own page', caller({ origin: 'https://chat.example.com', cookie: true })],
    ['a program with a token', caller({})],
    ['our page, from a browser that leaves Origin out', caller({ site: 'same-origin' })],
  ])('lets %s through', (_, it) => {
    expect(() => checkOrigin(own, it)).not.toThrow()
  })

  it.each([
    ['another site', caller({ origin: 'https://evil.example' })],
    ['a sandboxed frame', caller({ origin: 'null', cookie: true })],
    ['plain http', caller({ origin: 'http://chat.example.com' })],
    ['another port', caller({ origin: 'https://chat.example.com:8443' })],
    ['a longer name', caller({ origin: 'https://chat.example.com.evil.example' })],
    ['a cookie without an Origin', caller({ cookie: true })],
    ['a sibling subdomain that leaves Origin out', caller({ site: 'same-site' })],
    ['another site that leaves Origin out', caller({ site: 'cross-site' })],
  ])('refuses %s', (_, it) => {
    expect(() => checkOrigin(own, it)).toThrowError(/only taken from pages of https:\/\/chat\.example\.com\./)
  })

  it('knows the names of a developer’s own machine, at the same port only', () => {
    expect([...ownOrigins('http://localhost:4000')]).toEqual([
      'http://localhost:4000',
      'http://127.0.0.1:4000',
      'http://[::1]:4000',
    ])
    expect([...own]).toEqual(['https://chat.example.com'])
  })
})
