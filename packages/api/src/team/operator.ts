import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { order } from '../guard/order.ts'
import { refuse } from '../refuse/errors.ts'
import { changeRole } from '../rows/change-role.ts'
import { news } from '../rows/news.ts'
import { says } from './says.ts'

export const operator = {
  /** What was written to people lately, the newest first: what became of it, and what it is about. */
  letters: order(z.strictObject({}), async ({ tx, accountId }) => {
    const rows = await tx
      .selectFrom('letter')
      .select(['id', 'kind', 'about', 'state', 'tries', 'fault', 'created_at as at', 'sent_at as sentAt'])
      .where('account_id', '=', accountId)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(200)
      .execute()
    return rows.map(({ at, sentAt, ...row }) => ({
      ...row,
      at: at.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    }))
  }),
  /** A link by which the member chooses a new password, to pass on by hand where no letter reaches them. */
  passwordLink: order(z.strictObject({}), async (ctx) => {
    const link = await ctx.passwordLink()
    await ctx.audit(says.passwordLink, { kind: 'member', id: ctx.memberId }, { email: ctx.email })
    return { link }
  }),
  /** Gives the member another role, by its name. Open consoles follow, as with `team.setRole`. */
  setRole: order(z.strictObject({ role: z.string() }), async (ctx, input) => {
    const { tx, accountId, memberId, catalogue } = ctx
    const role = await roleNamed(tx, accountId, input.role)
    const changed = await changeRole({ tx, accountId, catalogue, by: null }, { memberId, roleId: role.id })
    if (!changed) return { from: role.name, to: role.name }
    const { event, things, ...detail } = changed
    await ctx.audit(says.setRole, { kind: 'member', id: memberId }, detail, things)
    ctx.emit(event, news('members'))
    return { from: detail.from, to: detail.to }
  }),
}

/** By its name in whatever case: no account has two roles whose names differ in nothing else. */
async function roleNamed(tx: Tx, accountId: string, name: string) {
  const ofAccount = tx.selectFrom('role').select(['id', 'name']).where('account_id', '=', accountId)
  const [role] = await ofAccount.where(sql`fold(name)`, '=', sql`fold(${name.trim()})`).execute()
  if (role) return role
  const roles = await ofAccount.orderBy(sql`fold(name)`).execute()
  return refuse('NOT_FOUND', `There is no role ${name}. There are: ${roles.map((role) => role.name).join(', ')}.`)
}
