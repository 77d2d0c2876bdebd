import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'
import { allowances, atOnce } from '../work/allowances.ts'

describe('whoever does not take the answers', () => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi('pglite', { seed: { chats: false }, limits: allowances })
  })
  afterAll(() => server.close())

  it('keeps nobody behind the same address from signing in', async () => {
    const { hostname, port, host, origin } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    const heard = new Promise((done) => socket.once('data', done))
    socket.write(`GET /live HTTP/1.1\r\nhost: ${host}\r\ncookie: ${server.cookie('Agent')}\r\n\r\n`)
    await heard
    // Their answers stand behind a stream that does not end.
    const head = `POST /auth/sign-out HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncontent-type: application/json`
    socket.write(`${head}\r\ncontent-length: 2\r\n\r\n{}`.repeat(atOnce.address))
    // As many again, one after the other: by then those have been read.
    for (let n = 0; n < atOnce.address; n++) {
      const { status } = await fetch(`${server.url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email: 'nobody@example.test', password: 'not anybody’s' }),
      })
      expect(status).toBe(401)
    }
    socket.destroy()
  })
})
