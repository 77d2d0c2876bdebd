import type { RoleRow, Tx } from '@rolecall/db'
import { type Catalogue, type Holding, holdingOf } from '@rolecall/permissions'
import { sql } from 'kysely'
import { wholeTeam } from '../rows/member.ts'

/** A member as they were at some time, or are. */
export interface Then {
  id: string
  name: string
  role: string
  holding: Holding
  /** They have left since. */
  gone: boolean
}

/** Whoever was on the team and not shut out, with all that they held. null: now. */
export async function teamThen(tx: Tx, accountId: string, catalogue: Catalogue, at: Date | null): Promise<Then[]> {
  const today = await wholeTeam(tx, accountId, catalogue)
  if (at === null) {
    const active = today.filter(({ status }) => status === 'active')
    return active.map(({ id, name, role, now }) => ({ id, name, role: role.name, holding: now, gone: false }))
  }
  const records = await recordsOf(tx, accountId, at)
  const roles = await rolesThen(tx, accountId, at)
  const extras = await extrasThen(tx, accountId, at)
  return records.flatMap(({ member_id: id, name, role_id, department_ids }) => {
    const role = roles.get(role_id ?? '')
    if (!role) return []
    const beside = extras
      .filter((one) => one.member_id === id)
      .flatMap(({ permission, role_id }) => {
        const role = role_id === null ? null : roles.get(role_id)
        return role === undefined ? [] : [{ permission, role, ends_at: null }]
      })
    const { now: holding } = holdingOf(role, beside, department_ids, catalogue)
    return [{ id, name, role: role.name, holding, gone: !today.some((one) => one.id === id) }]
  })
}

/** The last record of each that is not newer. */
async function recordsOf(tx: Tx, accountId: string, at: Date) {
  const rows = await tx
    .selectFrom('member_record')
    .distinctOn('member_id')
    .select(['member_id', 'name', 'role_id', 'active', 'department_ids'])
    .where('account_id', '=', accountId)
    .where('at', '<=', at)
    .orderBy('member_id')
    .orderBy('id', 'desc')
    .execute()
  return rows.filter(({ active }) => active).toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Every role as it was, by id: its last version that is not newer; without one it was never changed. */
async function rolesThen(tx: Tx, accountId: string, at: Date): Promise<ReadonlyMap<string, RoleRow>> {
  const columns = ['name', 'permissions', 'full_sections', 'chat_scope', 'unassigned'] as const
  const today = await tx
    .selectFrom('role')
    .select(['id', 'preset', ...columns])
    .where('account_id', '=', accountId)
    .execute()
  const then = await tx
    .selectFrom('role_version')
    .distinctOn('role_id')
    .select(['role_id', ...columns])
    .where('account_id', '=', accountId)
    .where('at', '<=', at)
    .orderBy('role_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map<string, RoleRow>([
    ...today.map(({ id, ...role }) => [id, role] as const),
    ...then
      .filter(({ role_id }) => today.find(({ id }) => id === role_id)?.preset == null)
      .map(({ role_id, ...role }) => [role_id, { ...role, preset: null }] as const),
  ])
}

/** What was held beside roles. */
const extrasThen = (tx: Tx, accountId: string, at: Date) =>
  tx
    .selectFrom('member_grant')
    .select(['member_id', 'permission', 'role_id'])
    .where('account_id', '=', accountId)
    .where('created_at', '<=', at)
    .where(sql<boolean>`(ended_at is null or ended_at > ${at.toISOString()}::timestamptz)`)
    .where(sql<boolean>`(ends_at is null or ends_at > ${at.toISOString()}::timestamptz)`)
    .execute()
