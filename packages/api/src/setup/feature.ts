import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { create } from './create.ts'
import { says } from './says.ts'
import { state } from './state.ts'

/** The first start: one link, one account, one Administrator. */
export const setup = feature('setup', {
  router: router({ state, create }),
  audit: says,
})
