import { router } from '../guard/trpc.ts'
import { config } from './config.ts'
import { offline } from './offline.ts'
import { sayHere } from './say.ts'
import { seen } from './seen.ts'
import { start } from './start.ts'
import { thread } from './thread.ts'

// What the widget calls. Contents page: a verb is a file.
export const visitor = router({ config, start, offline, thread, say: sayHere, seen })
