import type { NewEvent, Tx } from '@rolecall/db'
import type { Plan } from '@rolecall/permissions'
import type { PlanPreview } from '@rolecall/protocol'
import { news, sessionOf } from '../rows/news.ts'
import { comparePlans } from './compare.ts'
import type { PlanChanged } from './says.ts'

/** What became of it; null where the account has that plan already, and there is nothing to tell. */
export interface PlanChange {
  preview: PlanPreview
  done: { events: NewEvent[]; detail: PlanChanged } | null
}

/**
 * Gives the account another plan. No role changes: which ones are locked follows from the plan. The account's turn must
 * be held (guard's `lock: 'team'`, or `teamTurn`), so that nobody makes a role under the plan before.
 */
export async function setPlan(tx: Tx, accountId: string, to: Plan): Promise<PlanChange> {
  const preview = await comparePlans(tx, accountId, to)
  if (preview.from === to) return { preview, done: null }
  await tx.updateTable('account').set({ plan: to }).where('id', '=', accountId).execute()
  const names = (roles: { name: string }[]) => roles.map(({ name }) => name)
  return {
    preview,
    done: {
      // Every open console shows the plan, and offers by it.
      events: [sessionOf(null), news('plan')],
      detail: { from: preview.from, to, locks: names(preview.locks), unlocks: names(preview.unlocks) },
    },
  }
}
