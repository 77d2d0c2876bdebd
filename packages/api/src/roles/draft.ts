import { type Catalogue, permissionsOf } from '@rolecall/permissions'
import type { RoleDraft } from '@rolecall/protocol'
import { z } from 'zod'
import { refuse } from '../errors.ts'
import { line } from '../rows/input.ts'
import { permission } from '../rows/permission.ts'

const names = z.array(permission).max(100)

/** What a role is made of, as an editor sends it. Which permissions there are is the catalogue's to say: `checked`. */
export const draft = z.strictObject({
  name: line(60),
  permissions: names,
  fullSections: names,
  chats: z.enum(['all', 'departments', 'mine']),
  unassigned: z.boolean(),
})

/**
 * The draft with each name once, in the order of the catalogue. @throws INVALID_INPUT for names that it does not have:
 * dropped silently, somebody would believe that they had granted something.
 */
export function checked({ bits, sections }: Catalogue, { permissions, fullSections, ...rest }: RoleDraft): RoleDraft {
  const keys = sections.map(({ key }) => key)
  const unknown = [
    ...permissions.filter((name) => !bits.at.has(name)).map(() => 'permissions'),
    ...fullSections.filter((key) => !keys.includes(key)).map(() => 'fullSections'),
  ]
  const [path] = unknown
  if (path !== undefined) {
    refuse('INVALID_INPUT', 'Something here is no permission of this server. Load the page again.', {
      fields: [{ path: `draft.${path}`, message: 'not a permission' }],
    })
  }
  return {
    ...rest,
    permissions: sections.flatMap((section) => permissionsOf(section)).filter((name) => permissions.includes(name)),
    fullSections: keys.filter((key) => fullSections.includes(key)),
  }
}
