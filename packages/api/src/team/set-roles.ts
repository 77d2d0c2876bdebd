import type { Put } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { giveRoles, wanted } from './give-roles.ts'

/** Gives several members a role, each their own: all of them, or nobody where one may not be changed. */
export const setRoles = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ changes: z.array(wanted).min(1).max(100) }))
  .mutation(({ ctx, input }): Promise<Put> => giveRoles(ctx, input.changes))
