import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { create } from './create.ts'
import { says } from './says.ts'
import { state } from './state.ts'
import { steps } from './steps.ts'

/** The first start: one link, one account, one Administrator, and what they do next. */
export const setup = feature('setup', {
  router: router({ state, create, steps }),
  audit: says,
})
