import type { Refusal } from '@rolecall/protocol'
import { expect, test } from 'vitest'
import { words } from '../words.ts'
import { failureOf } from './failure.ts'

const refused = (code: Refusal['code']) => ({
  data: { refusal: { code, message: `${code} in words.`, requestId: 'r-7' } },
})

test('the server’s own sentence is shown', () => {
  expect(failureOf(refused('PERMISSION_MISSING'))).toMatchObject({ text: 'PERMISSION_MISSING in words.', retry: false })
  expect(failureOf(refused('UNAVAILABLE'))).toMatchObject({ text: 'UNAVAILABLE in words.', retry: true })
})

test('a fault of ours carries the request id, so that it can be found', () => {
  expect(failureOf(refused('INTERNAL')).text).toBe('INTERNAL in words. (request r-7)')
})

test('no answer at all is no refusal, and worth another try', () => {
  expect(failureOf(new TypeError('Failed to fetch'))).toEqual({
    text: words.failure.unreachable,
    refusal: null,
    retry: true,
  })
})
