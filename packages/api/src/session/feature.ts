import { feature } from '../guard/feature.ts'
import { says } from '../guard/says.ts'
import { router } from '../guard/trpc.ts'
import { accounts } from './accounts.ts'
import { me } from './me.ts'
import { why } from './why.ts'

/** Who am I, what may I do, and why not. */
export const session = feature('session', {
  router: router({ me, why, accounts }),
  audit: says,
})
