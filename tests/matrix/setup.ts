import type { Lines } from './line.ts'

export const setup: Lines<'setup'> = {
  state: { who: 'anyone', method: 'GET' },
  steps: { who: 'member', method: 'GET' },
  create: {
    who: 'anyone',
    method: 'POST',
    closed: true,
    input: () => ({
      token: 'no-such-token',
      accountName: 'X',
      name: 'X',
      email: 'x@example.test',
      password: 'long enough',
    }),
  },
}
