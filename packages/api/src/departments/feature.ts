import { feature } from '../guard/feature.ts'
import { guard } from '../guard/guard.ts'
import { router } from '../guard/trpc.ts'
import { create } from './create.ts'
import { deleteDepartment } from './delete.ts'
import { list } from './list.ts'
import { rename } from './rename.ts'
import { says } from './says.ts'
import { setPages } from './set-pages.ts'

/** Departments: whose chats are whose. */
export const departments = feature('departments', {
  router: router({ list, create, rename, setPages, delete: deleteDepartment }),
  audit: says,
  news: guard.news({ departments: ['team.view', 'audit.view'] }),
})
