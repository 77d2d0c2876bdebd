import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { accept } from './accept.ts'
import { says } from './says.ts'
import { state } from './state.ts'

/** Becoming one of the team, by an invitation. */
export const join = feature('join', {
  router: router({ state, accept }),
  audit: says,
})
