import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'

export interface NewToken {
  accountId: string
  memberId: string
  name: string
  permissions: readonly string[]
  /** Forever, when left out. */
  expiresAt?: Date
}

/** A secret of 256 bits that carries its account, so that the account's wall is entered before it is looked up. */
export const secretOf = (accountId: string): string =>
  `rc_${accountId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`

/**
 * Makes an API token. The answer is the only time it is readable: a hash is kept. What it may do is decided anew at
 * each request, as these permissions ∩ what the owner's role grants then.
 */
export async function mintToken(tx: Tx, token: NewToken): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  const secret = secretOf(token.accountId)
  await tx
    .insertInto('api_token')
    .values({
      account_id: token.accountId,
      id,
      member_id: token.memberId,
      name: token.name,
      token_hash: createHash('sha256').update(secret).digest('hex'),
      hint: `…${secret.slice(-4)}`,
      permissions: [...token.permissions],
      expires_at: token.expiresAt ?? null,
    })
    .execute()
  return { id, token: secret }
}
