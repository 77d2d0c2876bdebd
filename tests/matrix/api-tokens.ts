import type { Lines } from './line.ts'

export const apiTokens: Lines<'apiTokens'> = {
  mine: { who: 'member', method: 'GET' },
  revoke: {
    who: 'member',
    method: 'POST',
    names: true,
    own: 'NOT_FOUND',
    closed: true,
    input: ({ requestId }) => ({ tokenId: requestId }),
  },
}
