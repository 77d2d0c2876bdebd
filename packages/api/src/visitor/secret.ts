import { createHash, randomBytes } from 'node:crypto'

export const newRandom = (): string => randomBytes(32).toString('base64url')

/**
 * A visitor's only key: `rv_<account without dashes>_<256 random bits, base64url>`. `random` may come from the browser,
 * so that a lost answer can be asked for again: we keep the hash alone and could not show a secret of ours twice.
 */
export const secretOf = (accountId: string, random = newRandom()): string =>
  `rv_${accountId.replaceAll('-', '')}_${random}`

/** sha256 hex of the whole secret: what the table keeps. Enough, because nobody can guess 256 bits. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
