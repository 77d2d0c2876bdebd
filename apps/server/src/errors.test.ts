import fastify from 'fastify'
import { expect, test } from 'vitest'
import { answerFault } from './errors.ts'

const app = fastify({ frameworkErrors: answerFault })
app.setErrorHandler(answerFault)
app.post('/echo', ({ body }) => body)
app.get('/bug', () => {
  throw new Error('the password is hunter2')
})

const json = { 'content-type': 'application/json' }

test.each([
  ['an address that cannot be decoded', { url: '/%ff' }, 400, 'INVALID_INPUT'],
  ['a body that is no JSON', { url: '/echo', method: 'POST', headers: json, body: '{' }, 400, 'INVALID_INPUT'],
  [
    'a body of another kind',
    { url: '/echo', method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' },
    415,
    'WRONG_CONTENT_TYPE',
  ],
  [
    'a body over the limit',
    { url: '/echo', method: 'POST', headers: json, body: `"${'a'.repeat(1_100_000)}"` },
    413,
    'TOO_LARGE',
  ],
  ['a bug', { url: '/bug' }, 500, 'INTERNAL'],
] as const)('%s has a code, a request id and no inside', async (_, request, status, code) => {
  const answer = await app.inject({ method: 'GET', ...request })
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toEqual({ code, message: expect.any(String), requestId: expect.any(String) })
  expect(answer.body).not.toMatch(/hunter2|FST_|stack/)
})
