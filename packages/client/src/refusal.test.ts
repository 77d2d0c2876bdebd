import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { RefusedError, refusalOf } from './refusal.ts'

const refusal = { code: 'NOT_FOUND' as const, message: 'There is nothing here.', requestId: 'r1' }

test('finds the refusal in an error of a call and of the live stream', () => {
  const error = TRPCClientError.from({ error: { message: 'x', code: -32004, data: { refusal } } } as never)
  expect(refusalOf(error)).toEqual(refusal)
  expect(refusalOf(new RefusedError(refusal))).toEqual(refusal)
  expect(new RefusedError(refusal).message).toBe(refusal.message)
})

test.each([
  null,
  undefined,
  'x',
  new Error('fetch failed'),
  { data: null },
  { data: { refusal: 'x' } },
  { refusal: {} },
])('finds none in %o', (error) => {
  expect(refusalOf(error)).toBeNull()
})
