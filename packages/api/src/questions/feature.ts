import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { roleThen } from './role-then.ts'
import { whichTokens } from './which-tokens.ts'
import { whoGave } from './who-gave.ts'
import { whoSees } from './who-sees.ts'
import { whyNot } from './why-not.ts'

/** What one asks about access, and about what it was. */
export const questions = feature('questions', { router: router({ whyNot, whoGave, whoSees, roleThen, whichTokens }) })
