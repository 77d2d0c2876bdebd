import type { RoleRow } from '@rolecall/db'
import { holdingOf, rules } from '@rolecall/permissions'
import { mustBeAllowed } from '../rows/may-act.ts'
import type { Editor } from './editor.ts'

/** Refuses whoever does not hold all that is in these roles. @throws PERMISSION_MISSING */
export async function mustHold(editor: Editor, ...roles: RoleRow[]): Promise<void> {
  const demand = rules.saveRole(roles.map((one) => holdingOf(one, [], [], editor.catalogue).now))
  await mustBeAllowed(editor, { demand, what: 'This role', member: null })
}
