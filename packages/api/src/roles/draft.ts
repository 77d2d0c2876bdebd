import type { RoleRow } from '@rolecall/db'
import { type Catalogue, permissionsOf, type ScopedRole } from '@rolecall/permissions'
import type { RoleDraft } from '@rolecall/protocol'
import { z } from 'zod'
import { refuse } from '../refuse/errors.ts'
import { line } from '../rows/input.ts'
import { permission } from '../rows/permission.ts'

const names = z.array(permission).max(100)

/** What a role is made of, as an editor sends it. Which permissions there are is the catalogue's to say: `checked`. */
export const draft = z.strictObject({
  name: line(100),
  permissions: names,
  fullSections: names,
  chats: z.enum(['all', 'departments', 'mine']),
  unassigned: z.boolean(),
})

/**
 * The draft as it is kept: each name once, in the order of the catalogue, without ticks that Full Access covers. Ticks
 * stay ticks, also when they are all of a section. @throws INVALID_INPUT for names that the catalogue does not have:
 * dropped silently, somebody would believe that they had granted something.
 */
export function checked(catalogue: Catalogue, draft: RoleDraft): RoleDraft {
  const keys = catalogue.sections.map(({ key }) => key)
  const unknown = [
    ...draft.permissions.filter((name) => !catalogue.bits.at.has(name)).map(() => 'permissions'),
    ...draft.fullSections.filter((key) => !keys.includes(key)).map(() => 'fullSections'),
  ]
  const [path] = unknown
  if (path !== undefined) {
    refuse('INVALID_INPUT', 'Something here is no permission of this server. Load the page again.', {
      fields: [{ path: `draft.${path}`, message: 'not a permission' }],
    })
  }
  return known(catalogue, draft)
}

/** The same of a role that was saved earlier: what the catalogue has lost since then grants nothing, and goes. */
export function known({ sections }: Catalogue, { permissions, fullSections, ...rest }: RoleDraft): RoleDraft {
  const open = sections.filter(({ key }) => !fullSections.includes(key))
  return {
    ...rest,
    permissions: open.flatMap((section) => permissionsOf(section)).filter((name) => permissions.includes(name)),
    fullSections: sections.map(({ key }) => key).filter((key) => fullSections.includes(key)),
  }
}

export const draftOf = (row: Omit<RoleRow, 'preset'>): RoleDraft => ({
  name: row.name,
  permissions: row.permissions,
  fullSections: row.full_sections,
  chats: row.chat_scope,
  unassigned: row.unassigned,
})

/** As the table has it. */
export const rowOf = ({ name, permissions, fullSections, chats, unassigned }: RoleDraft) => ({
  name,
  preset: null,
  permissions,
  full_sections: fullSections,
  chat_scope: chats,
  unassigned,
})

/** As `diffRoles` compares it. */
export const scopedOf = ({ chat_scope, ...row }: RoleRow): ScopedRole => ({ ...row, chats: chat_scope })
