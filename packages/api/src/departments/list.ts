import type { Department } from '@rolecall/protocol'
import { sql } from 'kysely'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { visibleChats } from '../guard/visible.ts'
import { nothing } from '../rows/input.ts'

/** The departments, who belongs to each, and how many open chats the caller sees in it. */
export const list = guard
  .may('team.view')
  .input(nothing)
  .query(async ({ ctx: { tx, actor, scope } }): Promise<Department[]> => {
    const rows = await tx
      .selectFrom('department')
      .select(['id', 'name', 'pages'])
      .select(
        sql<{ id: string; name: string }[] | null>`(
          select jsonb_agg(jsonb_build_object('id', m.id, 'name', u.name) order by u.name)
          from department_member d join member m on m.account_id = d.account_id and m.id = d.member_id
            join identity_user u on u.id = m.user_id
          where d.account_id = department.account_id and d.department_id = department.id
            and m.status = 'active')`.as('members'),
      )
      .where('account_id', '=', actor.accountId)
      .orderBy(sql`fold(name)`)
      .execute()
    const open = may(actor, 'inbox.view')
      ? await visibleChats(tx, scope)
          .where('chat.status', '=', 'open')
          .where('chat.department_id', 'is not', null)
          .groupBy('chat.department_id')
          .select(['chat.department_id', sql<number>`count(*)::int`.as('chats')])
          .execute()
      : []
    return rows.map(({ id, name, pages, members }) => ({
      id,
      name,
      pages,
      members: members ?? [],
      openChats: open.find((one) => one.department_id === id)?.chats ?? 0,
    }))
  })
