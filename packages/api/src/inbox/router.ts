import { router } from '../guard/trpc.ts'
import { assign } from './assign.ts'
import { assignees } from './assignees.ts'
import { close } from './close.ts'
import { remove } from './delete.ts'
import { list } from './list.ts'
import { note } from './note.ts'
import { read } from './read.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { thread } from './thread.ts'

// Chats of the team. Contents page: a verb is a file.
export const inbox = router({ list, thread, read, reply, note, assignees, assign, close, reopen, delete: remove })
