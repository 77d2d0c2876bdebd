import { access } from './access/router.ts'
import { exportAudit } from './audit/export.ts'
import { audit } from './audit/router.ts'
import { billing } from './billing/router.ts'
import { exportContacts } from './contacts/export.ts'
import { contacts } from './contacts/router.ts'
import { departments } from './departments/router.ts'
import type { Route } from './guard/route.ts'
import { router } from './guard/trpc.ts'
import { inbox } from './inbox/router.ts'
import { join } from './join/router.ts'
import { reports } from './reports/router.ts'
import { accessCsv } from './roles/access-csv.ts'
import { roles } from './roles/router.ts'
import { session } from './session/router.ts'
import { setup } from './setup/router.ts'
import { switches } from './switches/router.ts'
import { team } from './team/router.ts'
import { visitor } from './visitor/router.ts'

// Contents page: every procedure and every guarded route of ours. One line each, no logic.

export const routers = router({
  session,
  setup,
  join,
  team,
  departments,
  roles,
  access,
  audit,
  billing,
  inbox,
  contacts,
  reports,
  switches,
  visitor,
})

export const routes: readonly Route[] = [exportContacts, exportAudit, accessCsv]
