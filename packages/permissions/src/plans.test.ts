import { expect, test } from 'vitest'
import { customRoleLimit, type Plan, plans } from './plans.ts'

test('Basic has no custom role, Pro one, Unlimited as many as it likes', () => {
  expect(plans.map(customRoleLimit)).toEqual([0, 1, Number.POSITIVE_INFINITY])
})

test('a plan that does not exist has none', () => {
  for (const plan of ['Pro', 'PRO', 'enterprise', '', '__proto__', null, undefined, 1]) {
    expect(customRoleLimit(plan as Plan)).toBe(0)
  }
})
