import type { Database } from '@rolecall/db'
import { reachOf } from '@rolecall/permissions'
import { everything, heldBy } from '../../packages/permissions/src/testing/reference.ts'

/** Permissions whose reach the chat scope decides. */
const reaching = ['inbox.view', 'contacts.view', 'reports.view']

/**
 * All that each member of an account may do at this moment, read from the tables and worked out by the plain reference,
 * not by the code under test: names, and for what reaches chats the name with each place that it reaches.
 */
export async function powersIn(database: Database, accountId: string): Promise<Map<string, Set<string>>> {
  return database.tenant(accountId, async (tx) => {
    const roles = new Map((await tx.selectFrom('role').selectAll().execute()).map((role) => [role.id, role]))
    const members = await tx.selectFrom('member').selectAll().where('status', '=', 'active').execute()
    const departments = (await tx.selectFrom('department').select('id').execute()).map(({ id }) => id)
    const belonging = await tx.selectFrom('department_member').selectAll().execute()
    const extras = await tx
      .selectFrom('member_grant')
      .selectAll()
      .where('ended_at', 'is', null)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', new Date())]))
      .execute()
    return new Map(
      members.map((member) => {
        const beside = extras.filter(({ member_id }) => member_id === member.id)
        const held = [member.role_id, ...beside.flatMap(({ role_id }) => role_id ?? [])].map((id) => roles.get(id))
        const names = new Set([
          ...held.flatMap((role) => [...(role ? heldBy(role) : [])]),
          ...beside.flatMap(({ permission }) => (permission ? [...heldBy(ticked(permission))] : [])),
        ])
        const me = {
          id: member.id,
          departmentIds: belonging.filter((one) => one.member_id === member.id).map((one) => one.department_id),
        }
        // Any of the roles' scopes may be the one in force.
        const places = ['me', 'other', null].flatMap((who) =>
          [...departments, null].flatMap((departmentId) => {
            const chat = { assigneeId: who === 'me' ? member.id : who, departmentId }
            const seen = held.some(
              (role) =>
                role &&
                reachOf({ chats: role.chat_scope, unassigned: role.unassigned }, me.departmentIds).sees(me.id, chat),
            )
            return seen ? [`${who ?? 'nobody'} in ${departmentId ?? 'none'}`] : []
          }),
        )
        const reach = reaching.filter((name) => names.has(name)).flatMap((name) => places.map((at) => `${name} ${at}`))
        return [member.id, new Set([...names, ...reach])]
      }),
    )
  })
}

const ticked = (permission: string) => ({ preset: null, permissions: [permission], full_sections: [] })

export const permissions = [...everything]

export const unionOf = (sets: Iterable<Set<string>>): Set<string> => new Set([...sets].flatMap((one) => [...one]))
