import { isNoDiff } from '@rolecall/permissions'
import type { Blast, RoleDraft } from '@rolecall/protocol'
import { mustBeOpen, roleAllowance } from '../rows/locked-roles.ts'
import { news } from '../rows/news.ts'
import { affectedBy, mustReachAffected } from './affected.ts'
import { blastOf } from './blast-of.ts'
import { draftOf, rowOf } from './draft.ts'
import { type Done, type Editor, sessions } from './editor.ts'
import { mustHold } from './must-hold.ts'
import { mustBeFree } from './name.ts'
import type { Role } from './role.ts'
import type { RoleChanged } from './says.ts'
import { keep, keepFirst } from './version.ts'

/**
 * Saves a custom role as a new version, for everybody who holds it at once. What means the same as before writes
 * nothing: then it stays the version that it is, with nothing to tell.
 */
export async function saveRole(
  editor: Editor,
  role: Role,
  draft: RoleDraft,
): Promise<Done<RoleChanged> & { version: number; blast: Blast }> {
  const { tx, accountId, catalogue } = editor
  const after = rowOf(draft)
  await mustHold(editor, role, after)
  mustBeOpen(await roleAllowance(tx, accountId), role.id)
  const renamed = draft.name !== role.name
  if (renamed) await mustBeFree(tx, accountId, draft.name, role.id)
  const { all, changed } = await affectedBy(tx, accountId, catalogue, role, { own: after, beside: after })
  await mustReachAffected(editor, changed)
  const blast = await blastOf(tx, accountId, catalogue, { roleId: role.id, before: role, after, changed })
  const { change, lines } = blast
  const detail = { role: draft.name, version: role.version, before: draftOf(role), after: draft, change, lines }
  if (isNoDiff(change)) return { version: role.version, blast, events: [], detail }

  await keepFirst(editor, role)
  const version = role.version + 1
  await tx
    .updateTable('role')
    .set({ ...after, version, ...(renamed ? { name_tie: 0 } : {}) })
    .where('account_id', '=', accountId)
    .where('id', '=', role.id)
    .execute()
  await keep(editor, role.id, version, after)
  return {
    version,
    blast,
    events: [...sessions(all.map(({ member }) => member.id)), news('roles')],
    detail: { ...detail, version },
  }
}
