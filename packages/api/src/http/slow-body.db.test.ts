import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe('whoever does not send what they announced', () => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi('pglite', { seed: { chats: false } })
  })
  afterAll(() => server.close())

  /** The head of a POST with a body of 100 bytes, and the beginning of that. */
  const begin = async (path: string, more: string, body: string): Promise<Socket> => {
    const { hostname, port, host, origin } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    const head = [`POST ${path} HTTP/1.1`, `host: ${host}`, `origin: ${origin}`, 'content-type: application/json']
    await new Promise<void>((done) => socket.on('connect', () => done()))
    socket.write(`${[...head, 'content-length: 100', ...(more ? [more] : [])].join('\r\n')}\r\n\r\n${body}`)
    return socket
  }

  it.each([
    ['a call', '/trpc/inbox.note', '', '{"chatId":'],
    ['the hot one', '/trpc/visitor.say', '', '{"body":'],
    ['a sign-in', '/auth/sign-in/email', '', '{"email":'],
    ['asking for “100 Continue”', '/trpc/visitor.say', 'expect: 100-continue', ''],
  ])('is told so within five seconds: %s', async (_, path, more, body) => {
    const began = performance.now()
    const socket = await begin(path, more, body)
    let heard = ''
    await new Promise<void>((done) => {
      socket.on('data', (chunk) => {
        heard += chunk
        if (/TOO_SLOW/.test(heard)) done()
      })
      socket.on('close', () => done())
    })
    socket.destroy()
    expect(heard).toMatch(/^(HTTP\/1\.1 100 Continue\r\n\r\n)?HTTP\/1\.1 408 /)
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('and leaves, is no outage', async () => {
    const sockets = await Promise.all(['/trpc/visitor.say', '/auth/sign-in/email'].map((path) => begin(path, '', '{')))
    await new Promise((done) => setTimeout(done, 50))
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => setTimeout(done, 200))
    expect((await server.as('Agent').get('session.me')).status).toBe(200)
    expect(server.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
  })
})
