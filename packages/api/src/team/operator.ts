import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { order } from '../guard/order.ts'
import { refuse } from '../refuse/errors.ts'
import { changeRole } from '../rows/change-role.ts'
import { news } from '../rows/news.ts'
import { says } from './says.ts'

export const operator = {
  /** Gives the member another role, by its name. Open consoles follow, as with `team.setRole`. */
  setRole: order(z.strictObject({ role: z.string() }), async (ctx, input) => {
    const { tx, accountId, memberId, catalogue } = ctx
    const role = await roleNamed(tx, accountId, input.role)
    const changed = await changeRole({ tx, accountId, catalogue, by: null }, memberId, role.id)
    if (!changed) return { from: role.name, to: role.name }
    const { event, ...detail } = changed
    await ctx.audit(says.setRole, { kind: 'member', id: memberId }, detail)
    ctx.emit(event, news('members'))
    return { from: detail.from, to: detail.to }
  }),
}

/** By its name in whatever case: no account has two roles whose names differ in nothing else. */
async function roleNamed(tx: Tx, accountId: string, name: string) {
  const ofAccount = tx.selectFrom('role').select(['id', 'name']).where('account_id', '=', accountId)
  const [role] = await ofAccount.where(sql`lower(name)`, '=', sql`lower(${name.trim()})`).execute()
  if (role) return role
  const roles = await ofAccount.execute()
  return refuse('NOT_FOUND', `There is no role ${name}. There are: ${roles.map((role) => role.name).join(', ')}.`)
}
