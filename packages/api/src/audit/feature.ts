import { eraseNames } from '@rolecall/db'
import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { exportAudit } from './export.ts'
import { list } from './list.ts'
import { named } from './named.ts'
import { says } from './says.ts'

/** What happened: who did what to whom, and when. */
export const audit = feature('audit', {
  router: router({ list, named }),
  routes: [exportAudit],
  audit: says,
  erase: eraseNames,
})
