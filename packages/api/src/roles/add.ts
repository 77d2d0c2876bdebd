import { randomUUID } from 'node:crypto'
import { grantsOfRole, holdingOf, rules, toNames } from '@rolecall/permissions'
import type { RoleDraft } from '@rolecall/protocol'
import { mustBeAllowed } from '../rows/may-act.ts'
import { rowOf } from './draft.ts'
import { type Done, type Editor, team } from './editor.ts'
import { mustBeFree } from './name.ts'
import { keep } from './version.ts'

/** Makes a custom role. Whether the plan has room for it is the caller's to ask (room.ts). */
export async function addRole(editor: Editor, draft: RoleDraft): Promise<Done & { roleId: string }> {
  const { tx, accountId, catalogue } = editor
  const row = rowOf(draft)
  const demand = rules.saveRole([holdingOf(row, [], [], catalogue).now])
  await mustBeAllowed(editor, { demand, what: 'This role', member: null })
  await mustBeFree(tx, accountId, draft.name, null)
  const roleId = randomUUID()
  await tx
    .insertInto('role')
    .values({ account_id: accountId, id: roleId, ...row })
    .execute()
  await keep(editor, roleId, 1, row)
  const grants = toNames<string>(grantsOfRole(row, catalogue))
  return { roleId, events: [team('roles')], detail: { role: draft.name, after: draft, grants } }
}
