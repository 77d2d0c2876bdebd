import { expect, test } from 'vitest'
import { orderIn } from './order.ts'

const email = 'ana@example.test'

test.each([
  { verb: 'members set-role', email, role: 'Agent' },
  { verb: 'tokens create', email, permissions: ['inbox.view'], name: 'Bot' },
  { verb: 'roles export', email },
  { verb: 'roles import', email, document: { version: 1 }, digest: null, prune: false },
  { verb: 'plan set', email, plan: 'pro' },
])('$verb is an order as it is', (order) => {
  expect(orderIn(order)).toEqual(order)
})

test.each([
  null,
  'roles export',
  { verb: 'roles export' },
  { verb: 'roles export', email, more: 1 },
  { verb: 'constructor', email },
  { verb: 'members set-role', email },
  { verb: 'tokens create', email, permissions: [1], name: 'Bot' },
  { verb: 'roles import', email, document: {}, digest: 1, prune: false },
  { verb: 'roles import', email, document: {}, digest: null },
])('%j is none', (body) => {
  expect(orderIn(body)).toBeUndefined()
})
