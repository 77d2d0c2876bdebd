import { hashed } from '@rolecall/db/testing'
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
  revokeOf: {
    who: 'team.manage',
    method: 'POST',
    junior: true,
    names: true,
    row: (tx, { accountId: account_id, ownId: id, newcomerId: member_id }) =>
      tx
        .insertInto('api_token')
        .values({ account_id, id, member_id, name: 'Matrix', token_hash: hashed(id), hint: '…0000', permissions: [] })
        .execute(),
    input: ({ ownId }) => ({ tokenId: ownId }),
  },
}
