import type { HistoryName } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { search } from '../rows/input.ts'
import { holds } from '../rows/like.ts'

const most = 20

/**
 * Members, roles and departments with these words in their name, to narrow the history by: those that are there, and those
 * that were removed or deleted, by the name of then.
 */
export const named = guard
  .may('audit.view')
  .input(z.strictObject({ search }))
  .query(async ({ ctx: { tx, actor }, input }): Promise<HistoryName[]> => {
    const { accountId } = actor
    const { rows } = await sql<HistoryName>`
      select kind, id, name, gone from (
        select 'member' as kind, m.id::text as id, u.name, false as gone
          from member m join identity_user u on u.id = m.user_id where m.account_id = ${accountId}
        union all select 'role', id::text, name, false from role where account_id = ${accountId}
        union all select 'department', id::text, name, false from department where account_id = ${accountId}
        union all select 'member', subject_id, detail ->> 'member', true from audit
          where account_id = ${accountId} and action = 'team.remove'
        union all select 'role', subject_id, coalesce(detail ->> 'role', detail ->> 'name'), true from audit a
          where account_id = ${accountId} and action = 'roles.delete'
            and not exists (select from role r where r.account_id = a.account_id and r.id::text = a.subject_id)
        union all select 'department', subject_id, coalesce(detail ->> 'department', detail ->> 'name'), true from audit
          where account_id = ${accountId} and action = 'departments.delete'
      ) named
      where name is not null and ${holds(sql.ref('name'), input.search)}
      order by gone, fold(name), id limit ${most}`.execute(tx)
    return rows
  })
