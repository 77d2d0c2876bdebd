import type { Lines } from './line.ts'

export const session: Lines<'session'> = {
  accounts: { who: 'member', method: 'GET' },
  me: { who: 'member', method: 'GET' },
  why: { who: 'member', method: 'GET', input: () => ({ permission: 'billing.card' }) },
}
