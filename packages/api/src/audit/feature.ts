import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { exportAudit } from './export.ts'
import { list } from './list.ts'
import { says } from './says.ts'

/** What happened: who did what to whom, and when. */
export const audit = feature('audit', {
  router: router({ list }),
  routes: [exportAudit],
  audit: says,
})
