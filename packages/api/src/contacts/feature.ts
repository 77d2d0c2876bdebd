import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { remove } from './delete.ts'
import { edit } from './edit.ts'
import { exportContacts } from './export.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { says } from './says.ts'

/** People who wrote. */
export const contacts = feature('contacts', {
  router: router({ list, get, edit, delete: remove }),
  routes: [exportContacts],
  audit: says,
  quiet: { edit: 'the history is never erased, and what is edited must be' },
})
