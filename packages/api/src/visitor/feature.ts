import { feature } from '../guard/feature.ts'
import { router } from '../guard/trpc.ts'
import { config } from './config.ts'
import { forget } from './forget.ts'
import { key } from './key.ts'
import { offline } from './offline.ts'
import { sayHere } from './say.ts'
import { seen } from './seen.ts'
import { start } from './start.ts'
import { thread } from './thread.ts'

/** What the widget calls. */
export const visitor = feature('visitor', {
  router: router({ config, start, offline, key, forget, thread, say: sayHere, seen }),
  quiet: {
    start: 'the chat shows it',
    offline: 'the chat shows it',
    key: 'changes nothing but a cookie of the visitor',
    forget: 'changes nothing but a cookie of the visitor',
    say: 'the chat shows it',
    seen: 'the chat shows it',
  },
})
