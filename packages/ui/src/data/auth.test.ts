import { afterEach, expect, test, vi } from 'vitest'
import { words } from '../words.ts'
import { askForReset, inWords, signIn } from './auth.ts'

const answers = (status: number, body: unknown, headers = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(body), { status, headers })),
  )

afterEach(() => vi.unstubAllGlobals())

test('a wrong password says what to do, and not which of the two was wrong', async () => {
  answers(401, { code: 'NOT_SIGNED_IN', message: 'x' })
  expect(await signIn('a@example.com', 'no')).toEqual({ ok: false, status: 401, text: words.identity.wrong })
})

test('too many attempts say how long to wait', async () => {
  answers(429, { code: 'TOO_MANY', message: 'x' }, { 'retry-after': '130' })
  expect(await signIn('a@example.com', 'no')).toMatchObject({
    status: 429,
    text: words.identity.tooManyUntil(inWords(130)),
  })
  expect(inWords(130)).toContain('3')
  expect(inWords(40)).toContain('40')
})

test('any other refusal is said in the server’s words, a broken answer in ours', async () => {
  answers(400, { code: 'INVALID_INPUT', message: 'Give an email address.' })
  expect(await askForReset('x')).toMatchObject({ ok: false, text: 'Give an email address.' })
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response('<html>', { status: 502 })),
  )
  expect(await askForReset('x')).toMatchObject({ ok: false, status: 502, text: words.failure.unreachable })
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Promise.reject(new TypeError('no network'))),
  )
  expect(await signIn('a@example.com', 'b')).toEqual({ ok: false, status: 0, text: words.failure.unreachable })
})
