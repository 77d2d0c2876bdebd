import type { WidgetSeen } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'

/** On which page the widget was last seen, and since when it is on one at all. */
export const seen = guard
  .may('widget.customize')
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }): Promise<WidgetSeen | null> => {
    const row = await tx
      .selectFrom('widget_page')
      .select(['page', 'first_at', 'last_at'])
      .where('account_id', '=', actor.accountId)
      .executeTakeFirst()
    return row ? { page: row.page, firstAt: row.first_at.toISOString(), lastAt: row.last_at.toISOString() } : null
  })
