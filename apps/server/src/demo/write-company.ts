import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'
import { type DefaultRoleName, defaultRoleNames } from '@rolecall/permissions'
import { ago, colleagues, customRoles, invitations, lent, remember, requests, used } from './company.ts'
import { team } from './people.ts'

export interface Company {
  accountId: string
  roles: Record<string, string>
  /** Ids by name. */
  members: Record<string, string>
  departments: Record<string, string>
}

/** The four whom one can sign in as, then everybody else; roles, invitations, requests, access for a while. */
export async function writeCompany(tx: Tx, company: Company): Promise<void> {
  for (const [name, { versions }] of Object.entries(customRoles)) await addRole(tx, company, name, versions)
  for (const role of defaultRoleNames)
    await addColleague(tx, company, team[role].name, role, team[role].departments, 400)
  for (const [name, role, departments, days, left] of colleagues) {
    await addColleague(tx, company, name, role, departments, days, left !== undefined)
  }
  await addInvitations(tx, company)
  await addAccess(tx, company)
  await addUses(tx, company)
}

async function addRole(
  tx: Tx,
  { accountId: account_id, roles }: Company,
  name: string,
  versions: (typeof customRoles)[string]['versions'],
): Promise<void> {
  const id = randomUUID()
  roles[name] = id
  const [first] = versions
  const last = versions.at(-1)
  if (!first || !last) return
  const { daysAgo: _, by: __, ...now } = last
  await tx
    .insertInto('role')
    .values({ account_id, id, name, ...now, version: versions.length, created_at: ago(first.daysAgo) })
    .execute()
  for (const [n, { daysAgo, by, ...draft }] of versions.entries()) {
    const at = ago(daysAgo)
    await tx
      .insertInto('role_version')
      .values({ account_id, role_id: id, version: n + 1, name, ...draft, by_name: by, at })
      .execute()
    const action = n === 0 ? 'roles.create' : 'roles.edit'
    await remember(tx, account_id, { by, action, kind: 'role', id, detail: { name }, at })
  }
}

async function addColleague(
  tx: Tx,
  { accountId: account_id, roles, members, departments }: Company,
  name: string,
  role: string,
  belongsTo: readonly string[],
  days: number,
  left = false,
): Promise<void> {
  const [id, user_id] = [randomUUID(), randomUUID()]
  const email = `${name
    .split(' ')[0]
    ?.toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')}@demo-${account_id.slice(0, 8)}.example`
  members[name] = id
  await tx
    .insertInto('identity_user')
    .values({ id: user_id, name, email, account_id, updated_at: ago(days) })
    .execute()
  await tx
    .insertInto('member')
    .values({
      account_id,
      id,
      user_id,
      role_id: roles[role] ?? '',
      status: left ? 'deactivated' : 'active',
      created_at: ago(days),
    })
    .execute()
  for (const department of belongsTo) {
    await tx
      .insertInto('department_member')
      .values({ account_id, department_id: departments[department] ?? '', member_id: id })
      .execute()
  }
}

async function addInvitations(tx: Tx, { accountId: account_id, roles, members, departments }: Company): Promise<void> {
  const by = team.Administrator.name
  for (const { email, role, department, daysAgo } of invitations) {
    const id = randomUUID()
    await tx
      .insertInto('invite')
      .values({
        account_id,
        id,
        email,
        role_id: roles[role] ?? '',
        department_ids: [departments[department] ?? ''],
        token_hash: createHash('sha256').update(randomBytes(32)).digest('hex'),
        invited_by: members[by] ?? null,
        expires_at: ago(daysAgo - 7),
        created_at: ago(daysAgo),
      })
      .execute()
    const detail = { email, role }
    await remember(tx, account_id, { by, action: 'team.invite', kind: 'invite', id, detail, at: ago(daysAgo) })
  }
}

async function addAccess(tx: Tx, { accountId: account_id, members }: Company): Promise<void> {
  for (const { by, permission, reason, hoursAgo } of requests) {
    const created_at = ago(hoursAgo / 24)
    await tx
      .insertInto('access_request')
      .values({ account_id, id: randomUUID(), member_id: members[by] ?? '', permission, reason, created_at })
      .execute()
  }
  const { to, permission, reason, by, days } = lent
  const ends_at = ago(-days)
  await tx
    .insertInto('member_grant')
    .values({
      account_id,
      id: randomUUID(),
      member_id: members[to] ?? '',
      permission,
      reason,
      given_by: members[by] ?? null,
      given_name: by,
      ends_at,
    })
    .execute()
  await tx.insertInto('alarm').values({ account_id, at: ends_at }).execute()
}

async function addUses(tx: Tx, { accountId: account_id, members }: Company): Promise<void> {
  for (const [name, role] of colleagues) {
    const rows = (used[role] ?? []).map((permission) => ({
      account_id,
      member_id: members[name] ?? '',
      permission,
      last_used_at: ago(2),
    }))
    if (rows.length > 0) await tx.insertInto('permission_use').values(rows).execute()
  }
}

/** The four by role, as the talks name them. */
export const firstFour = ({ members }: Company): Record<DefaultRoleName, { id: string; name: string }> =>
  Object.fromEntries(
    defaultRoleNames.map((role) => [role, { id: members[team[role].name] ?? '', name: team[role].name }]),
  ) as Record<DefaultRoleName, { id: string; name: string }>
