import type { Tx } from '@rolecall/db'
import { type Catalogue, defaultRoleNames, grantsOfRole, isCustom, toNames } from '@rolecall/permissions'
import type { Person, RoleSummary } from '@rolecall/protocol'
import { sql } from 'kysely'
import { roleAllowance } from '../rows/locked-roles.ts'
import { openInvites } from './open-invites.ts'

const shown = 5

/** The roles of an account, or the one: the default ones first, from the most to the least, then the others by name. */
export async function summaries(
  tx: Tx,
  accountId: string,
  catalogue: Catalogue,
  roleId?: string,
): Promise<RoleSummary[]> {
  const roles = await tx
    .selectFrom('role')
    .select([
      'id',
      'name',
      'preset',
      'permissions',
      'full_sections',
      'chat_scope',
      'unassigned',
      'version',
      'description',
    ])
    .where('account_id', '=', accountId)
    .$if(roleId !== undefined, (some) => some.where('id', '=', roleId ?? ''))
    .orderBy(sql`lower(name)`)
    .execute()
  const holders = await firstHolders(tx, accountId, roleId)
  const invites = await inviteCounts(tx, accountId)
  const { locked } = await roleAllowance(tx, accountId)
  return roles
    .toSorted((a, b) => rank(a.preset) - rank(b.preset))
    .map((role) => {
      const held = holders.filter(({ role_id }) => role_id === role.id)
      return {
        id: role.id,
        name: role.name,
        description: role.description,
        custom: isCustom(role),
        version: role.version,
        locked: locked.has(role.id),
        grants: toNames<string>(grantsOfRole(role, catalogue)),
        fullSections: role.full_sections,
        chats: role.chat_scope,
        unassigned: role.unassigned,
        holderCount: held[0]?.total ?? 0,
        holders: held.map(({ id, name }): Person => ({ id, name })),
        inviteCount: invites.get(role.id) ?? 0,
      }
    })
}

function rank(preset: string | null): number {
  const at = (defaultRoleNames as readonly (string | null)[]).indexOf(preset)
  return at < 0 ? defaultRoleNames.length : at
}

/** For each role how many hold it, beside the first few of them. */
const firstHolders = (tx: Tx, accountId: string, roleId: string | undefined) =>
  tx
    .selectFrom(
      tx
        .selectFrom('member')
        .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
        .select(['member.id', 'member.role_id', 'identity_user.name'])
        .select([
          sql<number>`count(*) over (partition by member.role_id)`.as('total'),
          sql<number>`row_number() over (partition by member.role_id
            order by member.status, identity_user.name, member.id)`.as('nr'),
        ])
        .where('member.account_id', '=', accountId)
        .$if(roleId !== undefined, (some) => some.where('member.role_id', '=', roleId ?? ''))
        .as('holder'),
    )
    .selectAll()
    .where('nr', '<=', shown)
    .orderBy('nr')
    .execute()

async function inviteCounts(tx: Tx, accountId: string): Promise<Map<string, number>> {
  const rows = await openInvites(tx, accountId)
    .select(['role_id', sql<number>`count(*)`.as('count')])
    .groupBy('role_id')
    .execute()
  return new Map(rows.map(({ role_id, count }) => [role_id, count]))
}
