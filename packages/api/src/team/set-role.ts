import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { byOf } from '../rows/by.ts'
import { changeRole } from '../rows/change-role.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { says } from './says.ts'

const input = z.strictObject({ memberId: id, roleId: id })

/** Gives a member another role. Their open consoles and streams follow at once. */
export const setRole = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx: { tx, actor, catalogue, emit, audit }, input: { memberId, roleId } }) => {
    const change = { accountId: actor.accountId, memberId, roleId, catalogue, by: byOf(actor) }
    const changed = await changeRole(tx, change)
    if (changed) {
      const { event, ...detail } = changed
      await audit(says.setRole, { kind: 'member', id: memberId }, detail)
      await emit(event, news('members'))
    }
    return { memberId, roleId }
  })
