import { router } from '../guard/trpc.ts'
import { create } from './create.ts'
import { deleteDepartment } from './delete.ts'
import { list } from './list.ts'
import { rename } from './rename.ts'

/** Departments: whose chats are whose. */
export const departments = router({ list, create, rename, delete: deleteDepartment })
