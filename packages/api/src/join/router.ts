import { router } from '../guard/trpc.ts'
import { accept } from './accept.ts'
import { state } from './state.ts'

/** Becoming one of the team, by an invitation. */
export const join = router({ state, accept })
