import { type RawBuilder, sql } from 'kysely'

/** What a list of members may be sorted by: the name, the role's name, since when on the team, when last active. */
export const sorts = ['name', 'role', 'since', 'seen'] as const

export type Sort = (typeof sorts)[number]

/** What each compares. Of who was never active nothing is known: they come before all others. */
export const keys: Record<Sort, RawBuilder<unknown>> = {
  name: sql`lower(identity_user.name)`,
  role: sql`lower(role.name)`,
  since: sql`member.created_at`,
  seen: sql`coalesce((select max(used.last_used_at) from permission_use used
    where used.account_id = member.account_id and used.member_id = member.id), '-infinity'::timestamptz)`,
}

/** Rows that come after this member in that order. The names of the tables inside are those of the list outside. */
export function follows(accountId: string, sort: Sort, descending: boolean, after: string): RawBuilder<boolean> {
  const place = sql`${keys[sort]}, ${keys.name}, member.id`
  return sql<boolean>`(${place}) ${sql.raw(descending ? '<' : '>')} (
    select ${place} from member join identity_user on identity_user.id = member.user_id
      join role on role.account_id = member.account_id and role.id = member.role_id
    where member.account_id = ${accountId}::uuid and member.id = ${after}::uuid)`
}
