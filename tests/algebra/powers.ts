import type { Database } from '@rolecall/db'
import {
  everything,
  heldByMember,
  type ScopedRow,
  type Someone,
  seenBy,
} from '../../packages/permissions/src/testing/reference.ts'

/** Permissions whose reach decides which chats they are about. */
const aboutRows = [...everything].filter((name) => /^(inbox|contacts|reports)\./.test(name))

/** What a member can: names; for what is about chats the name with each place it reaches, and with each real chat. */
export type Powers = Set<string>

export interface Known extends Someone {
  roleId: string
  active: boolean
  now: Powers
  /** Once all that is temporary has ended. */
  lasting: Powers
  /** Chats that are theirs, and those that they would see for good. */
  assigned: string[]
  seen: Set<string>
}

/** An account as its tables have it, lists by name so that a seed tells the same story again. */
export interface Account {
  members: Map<string, Known>
  roles: Map<string, ScopedRow & { id: string; version: number; preset: string | null }>
  departments: string[]
  requests: { id: string; permission: string; memberId: string }[]
  grants: string[]
}

/**
 * All that each member of an account may do, now and once what is temporary has ended, worked out by the plain reference,
 * not by the code under test, and what else a move may be about. Who is not active can do nothing.
 */
export async function accountIn(database: Database, accountId: string): Promise<Account> {
  return database.tenant(accountId, async (tx) => {
    const roles = new Map(
      (await tx.selectFrom('role').selectAll().orderBy('name').execute()).map((role) => [role.id, role]),
    )
    const members = await tx
      .selectFrom('member')
      .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
      .selectAll('member')
      .orderBy('identity_user.name')
      .execute()
    const departments = (await tx.selectFrom('department').select('id').orderBy('name').execute()).map(({ id }) => id)
    const belonging = await tx.selectFrom('department_member').selectAll().execute()
    const chats = await tx.selectFrom('chat').select(['id', 'assignee_id', 'department_id']).execute()
    const grants = await tx.selectFrom('member_grant').selectAll().where('ended_at', 'is', null).orderBy('id').execute()
    const extras = grants.filter(({ ends_at }) => ends_at === null || ends_at > new Date())
    const requests = await tx
      .selectFrom('access_request')
      .select(['id', 'permission', 'member_id'])
      .where('status', '=', 'open')
      .orderBy('permission')
      .execute()
    const places = [...departments, null].flatMap((departmentId) =>
      ['other', null].map((assigneeId) => ({
        name: `${assigneeId ?? 'nobody'} in ${departmentId ?? 'none'}`,
        place: { assigneeId, departmentId },
      })),
    )
    const rows = chats.map(({ id, assignee_id, department_id }) => ({
      name: `chat ${id}`,
      place: { assigneeId: assignee_id, departmentId: department_id },
    }))
    const known = members.map((member): [string, Known] => {
      const one: Someone = {
        id: member.id,
        role: roles.get(member.role_id) as ScopedRow,
        beside: extras
          .filter(({ member_id }) => member_id === member.id)
          .map(({ permission, role_id, ends_at }) => ({
            permission,
            role: role_id === null ? null : (roles.get(role_id) ?? null),
            ends_at: ends_at?.toISOString() ?? null,
          })),
        departmentIds: belonging.filter(({ member_id }) => member_id === member.id).map((at) => at.department_id),
      }
      const active = member.status === 'active'
      const powers = (lasting: boolean): Powers => {
        if (!active) return new Set()
        const names = heldByMember(one, lasting)
        const seen = [...places, ...rows].filter(({ place }) => seenBy(one, place, lasting))
        const done = aboutRows.filter((name) => names.has(name))
        return new Set([...names, ...done.flatMap((name) => seen.map((at) => `${name} ${at.name}`))])
      }
      const assigned = chats.filter(({ assignee_id }) => assignee_id === member.id).map(({ id }) => id)
      const seen = new Set(
        chats
          .filter((chat) => seenBy(one, { assigneeId: chat.assignee_id, departmentId: chat.department_id }, true))
          .map(({ id }) => id),
      )
      return [
        member.id,
        { ...one, roleId: member.role_id, active, now: powers(false), lasting: powers(true), assigned, seen },
      ]
    })
    return {
      members: new Map(known),
      roles,
      departments,
      requests: requests.map(({ member_id, ...request }) => ({ ...request, memberId: member_id })),
      grants: grants.map(({ id }) => id),
    }
  })
}

export const permissions = [...everything]

export const unionOf = (sets: Iterable<Powers>): Powers => new Set([...sets].flatMap((one) => [...one]))
