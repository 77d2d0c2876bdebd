import { feature } from '../guard/feature.ts'
import { guard } from '../guard/guard.ts'
import { router } from '../guard/trpc.ts'
import { end } from './end.ts'
import { expireAccess } from './expire.ts'
import { give } from './give.ts'
import { grant } from './grant.ts'
import { accessAsked, accessDecided } from './letters.ts'
import { list } from './list.ts'
import { mine } from './mine.ts'
import { refuse } from './refuse.ts'
import { request } from './request.ts'
import { requests } from './requests.ts'
import { says } from './says.ts'
import { waiting } from './waiting.ts'
import { withdraw } from './withdraw.ts'

/** Access beside one's role, for a while or for good: asked for, given, and ended. */
export const access = feature('access', {
  router: router({ request, mine, withdraw, waiting, requests, grant, refuse, list, give, end }),
  audit: says,
  news: guard.news({ requests: ['team.manage', 'audit.view'] }),
  jobs: { expireAccess },
  letters: { accessAsked, accessDecided },
})
