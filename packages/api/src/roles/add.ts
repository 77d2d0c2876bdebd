import { randomUUID } from 'node:crypto'
import { grantsOfRole, toNames } from '@rolecall/permissions'
import type { RoleDraft } from '@rolecall/protocol'
import { news } from '../rows/news.ts'
import { rowOf } from './draft.ts'
import { type Done, type Editor } from './editor.ts'
import { mustHold } from './must-hold.ts'
import { mustBeFree } from './name.ts'
import type { RoleMade } from './says.ts'
import { keep } from './version.ts'

/** Makes a custom role, or one that was deleted once more, as its next version. Whether the plan has room for it is the caller's to ask (room.ts). */
export async function addRole(
  editor: Editor,
  draft: RoleDraft,
  { roleId, version }: { roleId: string; version: number } = { roleId: randomUUID(), version: 1 },
): Promise<Done<RoleMade> & { roleId: string }> {
  const { tx, accountId, catalogue } = editor
  const row = rowOf(draft)
  await mustHold(editor, row)
  await mustBeFree(tx, accountId, draft.name, null)
  await tx
    .insertInto('role')
    .values({ account_id: accountId, id: roleId, version, ...row })
    .execute()
  await keep(editor, roleId, version, row)
  const grants = toNames<string>(grantsOfRole(row, catalogue))
  return { roleId, events: [news('roles')], detail: { role: draft.name, after: draft, grants } }
}
