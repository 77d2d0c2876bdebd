import { sql } from 'kysely'
import { guard } from '../guard/guard.ts'
import { visibleChats } from '../guard/visible.ts'
import { nothing } from '../rows/input.ts'

/** More than a mark can show: who has so many unread does not count them. */
const most = 100

/** How many open chats with something unread wait for the caller or for anybody, up to a hundred. */
export const waiting = guard
  .may('inbox.view')
  .input(nothing)
  .query(async ({ ctx: { tx, scope } }): Promise<{ count: number }> => {
    const rows = await visibleChats(tx, scope)
      .leftJoin('chat_read', (join) =>
        join
          .onRef('chat_read.account_id', '=', 'chat.account_id')
          .onRef('chat_read.chat_id', '=', 'chat.id')
          .on('chat_read.member_id', '=', scope.memberId),
      )
      .where('chat.status', '=', 'open')
      .where((eb) => eb.or([eb('chat.assignee_id', 'is', null), eb('chat.assignee_id', '=', scope.memberId)]))
      .where(sql<boolean>`chat.visitor_count > coalesce(chat_read.visitor_count, 0)`)
      .select(sql.lit(1).as('one'))
      .limit(most)
      .execute()
    return { count: rows.length }
  })
