import { expect, it } from 'vitest'
import { counted, listed, planName } from './words.ts'

it.each([
  [0, 'no members'],
  [1, '1 member'],
  [2, '2 members'],
])('counts %i', (count, words) => expect(counted(count, 'member')).toBe(words))

it.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C', 'D'], 'A, B, C and D'],
  [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 more'],
])('lists %j', (words, sentence) => expect(listed(words, 'and')).toBe(sentence))

it('joins with another word, and names as many as it is told', () => {
  expect(listed(['A', 'B', 'C'], 'or', 2)).toBe('A or 2 more')
})

it('writes a plan as it is sold', () => expect(planName('pro')).toBe('Pro'))
