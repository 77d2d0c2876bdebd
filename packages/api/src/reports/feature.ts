import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { chats } from './chats.ts'

/** What the figures say: a report is a file. */
export const reports = feature('reports', {
  router: router({ chats }),
})
