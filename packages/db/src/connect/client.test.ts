import { expect, test } from 'vitest'
import { patience } from './client.ts'

test('what is waited for at most leaves room within the five seconds that are promised', () => {
  expect(Math.max(...Object.values(patience))).toBeLessThan(5000)
})
