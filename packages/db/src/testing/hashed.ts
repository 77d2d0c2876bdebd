import { createHash } from 'node:crypto'

/** sha256 hex, as the tables keep secrets and tokens. */
export const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex')
