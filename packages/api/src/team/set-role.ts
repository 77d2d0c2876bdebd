import type { Put } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { giveRoles, wanted } from './give-roles.ts'

/** Gives a member another role. Their open consoles and streams follow at once. */
export const setRole = guard
  .may('team.manage', { lock: 'team' })
  .input(wanted)
  .mutation(({ ctx, input }): Promise<Put> => giveRoles(ctx, [input]))
