import {
  type Beside,
  type Demand,
  type HeldRole,
  holdingOf,
  lacking,
  reachOfDepartments,
  rules,
} from '@rolecall/permissions'
import type { ScopedRow } from '../../packages/permissions/src/testing/reference.ts'
import type { Known } from './powers.ts'

/** A call as it was sent. */
export interface Sent {
  path: string
  input: {
    memberId?: string
    roleId?: string | null
    permission?: string | null
    departmentIds?: string[]
    until?: string | null
  }
}

export interface Scene {
  members: Map<string, Known>
  roles: Map<string, ScopedRow>
  actorId: string
}

const guards: Record<string, string> = {
  'team.setRole': 'team.manage',
  'team.deactivate': 'team.manage',
  'team.reactivate': 'team.manage',
  'team.remove': 'team.manage',
  'team.setDepartments': 'team.departments',
  'team.invite': 'team.invite',
  'access.give': 'team.manage',
}

/**
 * Whether the table of rules permits a call, asked of the table itself and of the rows; null: not one that it judges, or
 * of somebody who does not exist. What else may be in its way (the last Administrator, the plan, oneself) has its own
 * answers, which are not 403.
 */
export function permits({ members, roles, actorId }: Scene, { path, input }: Sent): boolean | null {
  const me = members.get(actorId)
  const guard = guards[path]
  if (!me || guard === undefined) return null
  const role = input.roleId ? roles.get(input.roleId) : null
  if (input.roleId && !role) return null
  if (!me.now.has(guard)) return false
  if (path === 'team.invite') {
    const to = input.departmentIds ?? []
    if (!role) return null
    return meets(
      me,
      rules.invite({ role: of({ role, departmentIds: to, beside: [] }).now, departments: reachOfDepartments(to) }),
    )
  }
  const them = members.get(input.memberId ?? '')
  if (!them) return null
  return meets(me, demandOf(path, them, role ?? null, input), them)
}

function demandOf(path: string, them: Known, role: ScopedRow | null, input: Sent['input']): Demand {
  const { active } = them
  const before = of(them)
  const change = (next: Partial<Known>) => ({ before, after: of({ ...them, ...next }), active })
  if (path === 'team.setRole' && role) return rules.setRole(change({ role }))
  if (path === 'team.setDepartments') {
    const departmentIds = input.departmentIds ?? []
    const added = reachOfDepartments(departmentIds.filter((id) => !them.departmentIds.includes(id)))
    return rules.setDepartments({ ...change({ departmentIds }), added })
  }
  if (path === 'access.give') {
    const extra = { permission: input.permission ?? null, role, ends_at: input.until ?? null }
    return rules.give(change({ beside: [...them.beside, extra] }))
  }
  if (path === 'team.reactivate') return rules.reactivate({ before })
  return path === 'team.remove' ? rules.remove({ before }) : rules.deactivate({ before })
}

const of = ({ role, beside, departmentIds }: Pick<Known, 'role' | 'beside' | 'departmentIds'>) =>
  holdingOf(role as HeldRole, beside as Beside[], departmentIds)

function meets(me: Known, demand: Demand, them?: Known): boolean {
  if (lacking(of(me).lasting, demand) !== null) return false
  if (!demand.read) return true
  return (them?.assigned ?? []).every((id) => me.seen.has(id))
}
