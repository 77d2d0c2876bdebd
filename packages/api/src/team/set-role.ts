import { intersect } from '@rolecall/permissions'
import { z } from 'zod'
import { guard } from '../guard.ts'
import { id } from '../rows/input.ts'
import { changeRole } from './change-role.ts'

const input = z.strictObject({ memberId: id, roleId: id })

/** Gives a member another role. Their open consoles and streams follow at once. */
export const setRole = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx: { tx, actor, catalogue, emit, audit }, input: { memberId, roleId } }) => {
    const grants = actor.token ? intersect(actor.grants, actor.token) : actor.grants
    const by = { grants, role: actor.role.name }
    const changed = await changeRole(tx, { accountId: actor.accountId, memberId, roleId, catalogue, by })
    if (changed) {
      const { from, to, event } = changed
      await audit('team.setRole', { kind: 'member', id: memberId }, { from, to })
      await emit(event)
    }
    return { memberId, roleId }
  })
