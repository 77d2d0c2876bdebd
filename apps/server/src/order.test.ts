import { expect, test } from 'vitest'
import { orderIn } from './order.ts'

const email = 'ana@example.test'

test.each([
  { verb: 'setRole', email, input: { role: 'Agent' } },
  { verb: 'exportRoles', email, input: {} },
  // What an order takes is for the api to say.
  { verb: 'nobodyKnows', email, input: undefined },
])('$verb is an order as it is', (order) => {
  expect(orderIn(order)).toEqual(order)
})

test.each([null, 'exportRoles', { verb: 'exportRoles' }, { verb: 'exportRoles', email, more: 1 }, { verb: 1, email }])(
  '%j is none',
  (body) => {
    expect(orderIn(body)).toBeUndefined()
  },
)
