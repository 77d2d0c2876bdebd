import { router } from '../guard/trpc.ts'
import { create } from './create.ts'
import { state } from './state.ts'

/** The first start: one link, one account, one Administrator. */
export const setup = router({ state, create })
