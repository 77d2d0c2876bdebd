import type { Lines } from './line.ts'

export const join: Lines<'join'> = {
  state: { who: 'anyone', method: 'GET', closed: true, input: () => ({ token: 'no-such-token' }) },
  accept: {
    who: 'anyone',
    method: 'POST',
    closed: true,
    input: () => ({ token: 'no-such-token', name: 'X', password: 'long enough' }),
  },
}
