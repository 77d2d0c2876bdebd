import type { Database } from '@rolecall/db'
import type { Outbox } from './hub.ts'
import type { OutboxRow, Standing } from './row.ts'

/** An earlier event, and where its chat stands at this moment (null: deleted; absent: no chat is concerned). */
export interface Earlier {
  row: OutboxRow
  now: Standing | null | undefined
}

export interface Page {
  after: number
  upTo: number
  /** Only what concerns this chat or every chat. The row right behind `after` is always there, if it is kept. */
  chatId?: string | undefined
}

export const pageSize = 200

export interface Store extends Outbox {
  earlier(accountId: string, page: Page): Promise<Earlier[]>
}

/** The outbox as the hub and the streams read it. */
export const storeOn = (database: Database): Store => ({
  now: (accountId) =>
    database.tenant(accountId, async (tx) => {
      const clock = await tx.selectFrom('clock').select('now').where('account_id', '=', accountId).executeTakeFirst()
      return clock?.now ?? 0
    }),

  read: (accountId, after, limit) =>
    database.tenant(accountId, async (tx) =>
      tx
        .selectFrom('event')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    ),

  earlier: (accountId, { after, upTo, chatId }) =>
    database.tenant(accountId, async (tx) => {
      const rows = await tx
        .selectFrom('event')
        .leftJoin('chat', (join) =>
          join.onRef('chat.account_id', '=', 'event.account_id').onRef('chat.id', '=', 'event.chat_id'),
        )
        .selectAll('event')
        .select(['chat.id as now_id', 'chat.assignee_id as now_assignee_id', 'chat.department_id as now_department_id'])
        .where('event.account_id', '=', accountId)
        .where('event.id', '>', after)
        .where('event.id', '<=', upTo)
        .$if(chatId !== undefined, (query) =>
          query.where((eb) =>
            eb.or([
              eb('event.chat_id', '=', chatId as string),
              eb('event.chat_id', 'is', null),
              eb('event.id', '=', after + 1),
            ]),
          ),
        )
        .orderBy('event.id')
        .limit(pageSize)
        .execute()
      return rows.map(({ now_id, now_assignee_id, now_department_id, ...row }) => {
        const now = now_id && { assigneeId: now_assignee_id, departmentId: now_department_id }
        return { row, now: row.chat_id === null ? undefined : now || null }
      })
    }),
})
