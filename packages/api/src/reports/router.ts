import { router } from '../guard/trpc.ts'
import { chats } from './chats.ts'

// Contents page: a report is a file.
export const reports = router({ chats })
