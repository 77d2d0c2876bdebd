import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { config } from './config.ts'
import { offline } from './offline.ts'
import { sayHere } from './say.ts'
import { seen } from './seen.ts'
import { start } from './start.ts'
import { thread } from './thread.ts'

/** What the widget calls. */
export const visitor = feature('visitor', {
  router: router({ config, start, offline, thread, say: sayHere, seen }),
  quiet: {
    start: 'the chat shows it',
    offline: 'the chat shows it',
    say: 'the chat shows it',
    seen: 'the chat shows it',
  },
})
