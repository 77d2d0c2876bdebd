import { enterAccount } from '@rolecall/db'
import { Refused } from '../refuse/errors.ts'
import { record } from '../work/history.ts'
import { count } from '../work/limits.ts'
import { transact } from '../work/transact.ts'
import type { Result } from '../work/undo.ts'
import type { Actor } from './actor.ts'
import { type Context, house } from './context.ts'
import { noteDenied } from './deny.ts'
import { says } from './says.ts'
import { tokenOf } from './token-of.ts'

/** So many of one member stand in the history; each stands in the log. */
const most = { name: 'beyond', max: 10, minutes: 15 }

/**
 * Somebody tried to hand out more than they hold. The call left nothing behind; that it was tried stands in the log, as the
 * guard's own refusals do, and in the history.
 */
export async function noteBeyond(ctx: Context, path: string, actor: Actor, result: Result): Promise<void> {
  if (result.ok || !(result.error instanceof Refused)) return
  const { code, permission = '' } = result.error.refusal
  if (code !== 'PERMISSION_MISSING') return
  const { accountId, memberId: id, name, role } = actor
  noteDenied(ctx, path, actor, { missing: permission, role: role.name, why: 'beyond' })
  const { [house]: inside, requestId, ip } = ctx
  try {
    await count(inside.database, most, 'member', id)
    await transact(inside, requestId, async ({ tx }) => {
      await enterAccount(tx, accountId)
      await record(tx, accountId, {
        actor: { kind: 'member', id, name },
        sentence: says.refused,
        subject: { kind: 'account', id: accountId },
        detail: { path, permission, role: role.name },
        from: { ip, token: await tokenOf(tx, ctx) },
      })
    })
  } catch (err) {
    // Whoever asked is answered as they were.
    if (!(err instanceof Refused)) inside.log.error({ requestId, err }, 'a refusal is not in the history')
  }
}
