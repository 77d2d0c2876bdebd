import { randomUUID } from 'node:crypto'
import type { Lines, Target } from './line.ts'

const first = ({ accountId }: Target) => ({ account: accountId, id: randomUUID(), body: 'Hello' })

export const visitor: Lines<'visitor'> = {
  config: { who: 'anyone', method: 'GET', input: ({ accountId }) => ({ account: accountId }) },
  start: { who: 'anyone', method: 'POST', input: first },
  offline: {
    who: 'anyone',
    method: 'POST',
    input: (target) => ({ ...first(target), name: 'Guest', email: 'guest@example.test' }),
  },
  key: { who: 'anyone', method: 'POST', input: ({ accountId }) => ({ account: accountId }) },
  forget: { who: 'anyone', method: 'POST', input: ({ accountId }) => ({ account: accountId }) },
  thread: { who: 'visitor', method: 'GET' },
  say: { who: 'visitor', method: 'POST', input: () => ({ id: randomUUID(), body: 'Hello' }) },
  seen: { who: 'visitor', method: 'POST', input: () => ({ seq: 1 }) },
}
