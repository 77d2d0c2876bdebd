import type { ExtraRow, RoleRow, Tx } from '@rolecall/db'
import type { RoleDraft } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import { notFound } from '../refuse/errors.ts'
import { departmentNames } from '../rows/departments.ts'
import { heldMember } from '../rows/member.ts'
import { listed } from '../rows/words.ts'
import type { Subject } from '../work/history.ts'
import { checked, rowOf } from './draft.ts'

/** What somebody asks to look through: one of the first three. */
interface Asked {
  roleId: string | null
  draft: RoleDraft | null
  memberId: string | null
  departmentIds: string[] | null
}

interface Through {
  role: RoleRow
  /** null: none beside the role. */
  extra: readonly ExtraRow[] | null
  /** null: those of whoever looks. */
  departmentIds: readonly string[] | null
  /** As whom, in words: "Night shift in Help and Sales", "Maria Santos (Agent)". */
  label: string
  subject: Subject
}

/** Reads it as it is now; a preview does not follow what changes meanwhile. @throws NOT_FOUND */
export async function lookedAt(
  ctx: MemberContext,
  { roleId, draft, memberId, departmentIds }: Asked,
): Promise<Through> {
  const { tx, actor, catalogue } = ctx
  if (memberId !== null) {
    const member = await heldMember(tx, actor.accountId, memberId, catalogue)
    // Who may not sign in sees nothing.
    if (member.status !== 'active') return notFound()
    const role = bare(member.role)
    const through = { role, extra: member.extra, departmentIds: member.departmentIds }
    const label = `${member.name} (${role.name})${await within(tx, actor.accountId, through)}`
    return { ...through, label, subject: { kind: 'member', id: memberId } }
  }
  const role = draft ? rowOf(checked(catalogue, draft)) : await saved(tx, actor.accountId, roleId)
  const through = { role, extra: null, departmentIds }
  const label = `${role.name}${await within(tx, actor.accountId, through)}`
  return { ...through, label, subject: { kind: 'role', id: roleId } }
}

/** " in Help and Sales", where departments were chosen and make a difference. @throws NOT_FOUND of one that is not there */
async function within(
  tx: Tx,
  accountId: string,
  { role, extra, departmentIds }: Pick<Through, 'role' | 'extra' | 'departmentIds'>,
): Promise<string> {
  if (departmentIds === null) return ''
  const known = await departmentNames(tx, accountId)
  const names = departmentIds.map((id) => known.get(id) ?? notFound())
  const limited = [role, ...(extra ?? []).map((one) => one.role)].some((one) => one?.chat_scope === 'departments')
  if (!limited) return ''
  return names.length === 0 ? ' in no department' : ` in ${listed(names.toSorted(), 'and')}`
}

const columns = ['name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'] as const

const bare = ({ name, preset, permissions, full_sections, chat_scope, unassigned }: RoleRow): RoleRow => ({
  ...{ name, preset, permissions, full_sections },
  ...{ chat_scope, unassigned },
})

async function saved(tx: Tx, accountId: string, roleId: string | null): Promise<RoleRow> {
  const role = tx.selectFrom('role').select(columns).where('account_id', '=', accountId).where('id', '=', roleId)
  return (await role.executeTakeFirst()) ?? notFound()
}
