import { z } from 'zod'
import { guard } from '../guard.ts'
import { byOf } from '../rows/by.ts'
import { changeRole } from '../rows/change-role.ts'
import { id } from '../rows/input.ts'

const input = z.strictObject({ memberId: id, roleId: id })

/** Gives a member another role. Their open consoles and streams follow at once. */
export const setRole = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx: { tx, actor, catalogue, emit, audit }, input: { memberId, roleId } }) => {
    const change = { accountId: actor.accountId, memberId, roleId, catalogue, by: byOf(actor) }
    const changed = await changeRole(tx, change)
    if (changed) {
      const { from, to, event } = changed
      await audit('team.setRole', { kind: 'member', id: memberId }, { from, to })
      await emit(event, { type: 'team', data: { type: 'team', what: 'members' } })
    }
    return { memberId, roleId }
  })
