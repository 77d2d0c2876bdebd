import { expect, it } from 'vitest'
import type { RoleAllowance } from '../rows/locked-roles.ts'
import { isFull, whyFull } from './room.ts'

const at = (plan: RoleAllowance['plan'], used: number, allowed: number | null): RoleAllowance => ({
  plan,
  used,
  allowed,
  locked: new Set(),
})

it.each([
  [at('basic', 0, 0), true],
  [at('pro', 0, 1), false],
  [at('pro', 1, 1), true],
  [at('pro', 4, 1), true],
  [at('unlimited', 400, null), false],
])('%j is full: %s', (allowance, full) => expect(isFull(allowance)).toBe(full))

const [ana, ben] = [
  { id: '1', name: 'Ana' },
  { id: '2', name: 'Ben' },
]

it('says limit, plan and the way up to whoever can buy', () => {
  expect(whyFull(at('basic', 0, 0), null)).toBe(
    'The plan Basic includes no custom roles. Pro includes 1 and Unlimited has no limit. Change it on the page “Plan”.',
  )
  expect(whyFull(at('pro', 1, 1), null)).toBe(
    'The plan Pro includes 1 custom role, and there is 1. Unlimited has no limit. Change it on the page “Plan”.',
  )
})

it('says who can buy to whoever cannot', () => {
  expect(whyFull(at('pro', 3, 1), [ana, ben])).toBe(
    'The plan Pro includes 1 custom role, and there are 3. Unlimited has no limit. Ana or Ben can change the plan.',
  )
})
