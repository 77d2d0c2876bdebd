import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { seen } from './seen.ts'

/** The chat on the account's own pages. */
export const widget = feature('widget', { router: router({ seen }) })
