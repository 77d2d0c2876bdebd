import { router } from '../guard/trpc.ts'
import { remove } from './delete.ts'
import { edit } from './edit.ts'
import { get } from './get.ts'
import { list } from './list.ts'

// People who wrote. Contents page: a verb is a file. The route GET /contacts.csv is in export.ts.
export const contacts = router({ list, get, edit, delete: remove })
