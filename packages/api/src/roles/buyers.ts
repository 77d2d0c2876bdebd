import type { Tx } from '@rolecall/db'
import { type Catalogue, closeUpwards, type Grants, grantsOf, grantsOfRole, has } from '@rolecall/permissions'
import type { Person } from '@rolecall/protocol'
import { sql } from 'kysely'

const shown = 20

/** Active members who may change the plan, by their role or beside it. There is always an Administrator among them. */
export async function buyers(tx: Tx, accountId: string, catalogue: Catalogue): Promise<Person[]> {
  const may = (grants: Grants<string>) => has<string>(grants, 'billing.plan')
  const all = await tx
    .selectFrom('role')
    .select(['id', 'preset', 'permissions', 'full_sections'])
    .where('account_id', '=', accountId)
    .execute()
  const roles = all.filter((role) => may(grantsOfRole(role, catalogue))).map(({ id }) => id)
  const alone = catalogue.bits.names.filter((name) => may(closeUpwards(grantsOf<string>([name], catalogue.bits))))
  return tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .select(['member.id', 'identity_user.name'])
    .where('member.account_id', '=', accountId)
    .where('member.status', '=', 'active')
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('member.role_id', 'in', roles),
        exists(
          selectFrom('member_grant as held')
            .select(sql.lit(1).as('one'))
            .whereRef('held.account_id', '=', 'member.account_id')
            .whereRef('held.member_id', '=', 'member.id')
            .where('held.ended_at', 'is', null)
            .where(sql<boolean>`(held.ends_at is null or held.ends_at > clock_timestamp())`)
            .where((on) => on.or([on('held.role_id', 'in', roles), on('held.permission', 'in', alone)])),
        ),
      ]),
    )
    .orderBy('identity_user.name')
    .orderBy('member.id')
    .limit(shown)
    .execute()
}
