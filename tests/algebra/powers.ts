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
  active: boolean
  now: Powers
  /** Once all that is temporary has ended. */
  lasting: Powers
  /** Chats that are theirs, and those that they would see for good. */
  assigned: string[]
  seen: Set<string>
}

/**
 * All that each member of an account may do, now and once what is temporary has ended, read from the tables and worked
 * out by the plain reference, not by the code under test. Who is not active can do nothing.
 */
export async function powersIn(database: Database, accountId: string): Promise<Map<string, Known>> {
  return database.tenant(accountId, async (tx) => {
    const roles = new Map<string, ScopedRow>()
    for (const role of await tx.selectFrom('role').selectAll().execute()) roles.set(role.id, role)
    const members = await tx.selectFrom('member').selectAll().execute()
    const departments = (await tx.selectFrom('department').select('id').execute()).map(({ id }) => id)
    const belonging = await tx.selectFrom('department_member').selectAll().execute()
    const chats = await tx.selectFrom('chat').select(['id', 'assignee_id', 'department_id']).execute()
    const extras = await tx
      .selectFrom('member_grant')
      .selectAll()
      .where('ended_at', 'is', null)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', new Date())]))
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
      return [member.id, { ...one, active, now: powers(false), lasting: powers(true), assigned, seen }]
    })
    return new Map(known)
  })
}

export const permissions = [...everything]

export const unionOf = (sets: Iterable<Powers>): Powers => new Set([...sets].flatMap((one) => [...one]))
