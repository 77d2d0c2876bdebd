import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { mine } from './mine.ts'
import { operator } from './operator.ts'
import { revoke } from './revoke.ts'
import { revokeOf } from './revoke-of.ts'
import { says } from './says.ts'

/** Tokens by which a program acts for a member. */
export const apiTokens = feature('apiTokens', { router: router({ mine, revoke, revokeOf }), audit: says, operator })
