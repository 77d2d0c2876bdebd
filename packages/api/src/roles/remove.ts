import type { RoleRow } from '@rolecall/db'
import { holdingOf, rules } from '@rolecall/permissions'
import { refuse } from '../refuse/errors.ts'
import { mustBeOpen, roleAllowance } from '../rows/locked-roles.ts'
import { mustBeAllowed } from '../rows/may-act.ts'
import { news } from '../rows/news.ts'
import { counted, listed } from '../rows/words.ts'
import { affectedBy, mustReachAffected } from './affected.ts'
import { blastOf } from './blast-of.ts'
import { draftOf, rowOf } from './draft.ts'
import { type Done, type Editor, sessions } from './editor.ts'
import { moveHolders } from './move.ts'
import { openInvites } from './open-invites.ts'
import type { Role } from './role.ts'
import type { RoleGone } from './says.ts'
import { keepFirst } from './version.ts'

type Replacement = RoleRow & { id: string }

/** How many names a line of the history carries. */
const named = 100

/**
 * Deletes a custom role. Who holds it, or is invited to it, gets `replacement`, never another role by itself; without
 * one it is refused while there are any. Where it is held beside another role, that ends.
 */
export async function removeRole(editor: Editor, role: Role, replacement: Replacement | null): Promise<Done<RoleGone>> {
  const { tx, accountId, catalogue } = editor
  if (replacement?.id === role.id) refuse('CONFLICT', 'A role cannot replace itself. Choose another one.')
  const held = (one: RoleRow) => rules.saveRole([holdingOf(one, [], [], catalogue).now])
  await mustBeAllowed(editor, { demand: held(role), what: 'This role', member: null })
  const after = { ...(replacement ?? rowOf({ ...draftOf(role), permissions: [], fullSections: [] })), name: role.name }
  const { all, changed } = await affectedBy(tx, accountId, catalogue, role, { own: after, beside: null })
  const holders = all.filter(({ member }) => member.role.id === role.id).map(({ member }) => member.name)
  const invites = await openInvites(tx, accountId).select('email').where('role_id', '=', role.id).execute()
  const moves = holders.length + invites.length > 0
  if (moves && !replacement) refuse('CONFLICT', whoNeedsAnother(holders.length, invites.length))
  if (moves && replacement) {
    await mustBeAllowed(editor, { demand: held(replacement), what: 'The role that they get instead', member: null })
  }
  await mustReachAffected(editor, changed)

  const { lines } = await blastOf(tx, accountId, catalogue, { roleId: null, before: role, after, changed })
  await keepFirst(editor, role)
  await moveHolders(tx, accountId, role.id, replacement?.id ?? null)
  await tx.deleteFrom('role').where('account_id', '=', accountId).where('id', '=', role.id).execute()
  // Asked last: the plan may have locked the other role only because of this one. Refused, nothing of it stays.
  if (moves && replacement) mustBeOpen(await roleAllowance(tx, accountId), replacement.id)
  return {
    events: [
      ...sessions(all.map(({ member }) => member.id)),
      ...(all.length > 0 ? [news('members')] : []),
      ...(invites.length > 0 ? [news('invites')] : []),
      news('roles'),
    ],
    detail: {
      role: role.name,
      before: draftOf(role),
      replacement: moves ? (replacement?.name ?? null) : null,
      members: holders.slice(0, named),
      invites: invites.slice(0, named).map(({ email }) => email),
      lines: all.length > 0 ? lines : [],
    },
  }
}

function whoNeedsAnother(holders: number, invites: number): string {
  const who = [
    ...(holders > 0 ? [counted(holders, 'member')] : []),
    ...(invites > 0 ? [counted(invites, 'open invitation')] : []),
  ]
  return `This role has ${listed(who, 'and')}. Choose the role that they get instead.`
}
