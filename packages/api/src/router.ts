import { exportContacts } from './contacts/export.ts'
import { contacts } from './contacts/router.ts'
import { inbox } from './inbox/router.ts'
import { reports } from './reports/router.ts'
import type { Route } from './route.ts'
import { session } from './session/router.ts'
import { setup } from './setup/router.ts'
import { switches } from './switches/router.ts'
import { team } from './team/router.ts'
import { router } from './trpc.ts'
import { visitor } from './visitor/router.ts'

// Contents page: every procedure and every guarded route of ours. One line each, no logic.

export const routers = router({ session, setup, team, inbox, contacts, reports, switches, visitor })

export const routes: readonly Route[] = [exportContacts]
