import { router } from '../guard/trpc.ts'
import { list } from './list.ts'

/** What happened: who did what to whom, and when. */
export const audit = router({ list })
