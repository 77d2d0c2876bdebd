import { router } from '../trpc.ts'
import { members } from './members.ts'
import { roles } from './roles.ts'
import { setRole } from './set-role.ts'

/** Who is on the team, in which role. */
export const team = router({ members, roles, setRole })
