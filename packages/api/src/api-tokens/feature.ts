import { feature } from '../guard/feature.ts'
import { operator } from './operator.ts'
import { says } from './says.ts'

/** Tokens by which a program acts for a member. */
export const apiTokens = feature('apiTokens', { audit: says, operator })
