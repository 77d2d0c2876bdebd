import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { assign } from './assign.ts'
import { assignees } from './assignees.ts'
import { close } from './close.ts'
import { remove } from './delete.ts'
import { list } from './list.ts'
import { move } from './move.ts'
import { note } from './note.ts'
import { read } from './read.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { says } from './says.ts'
import { thread } from './thread.ts'
import { unread } from './unread.ts'
import { waiting } from './waiting.ts'

/** Chats of the team. */
export const inbox = feature('inbox', {
  router: router({
    list,
    thread,
    waiting,
    read,
    unread,
    reply,
    note,
    assignees,
    assign,
    move,
    close,
    reopen,
    delete: remove,
  }),
  audit: says,
  quiet: {
    read: 'how far one has read is one’s own affair',
    unread: 'so is what one leaves for later',
    reply: 'the chat shows it',
    note: 'the chat shows it',
    close: 'the chat shows it',
    reopen: 'the chat shows it',
  },
})
