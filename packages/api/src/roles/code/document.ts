import type { Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import type { RoleDraft, RolesDocument } from '@rolecall/protocol'
import { z } from 'zod'
import { refuse } from '../../refuse/errors.ts'
import { line } from '../../rows/input.ts'
import { permission } from '../../rows/permission.ts'
import { description } from '../describe-role.ts'
import { draftOf, known } from '../draft.ts'

/** Where the JSON schema of such a file is to be read (docs/roles.schema.json). */
export const schemaId = 'https://rolecall.dev/roles.schema.json'

const names = z.array(permission).max(100)

/** Roles as code, as they are read. Strict: a key that is misspelt would otherwise grant or take nothing, silently. */
export const document = z.strictObject({
  $schema: z.string().max(200),
  version: z.literal(1),
  roles: z
    .array(
      z.strictObject({
        name: line(100),
        // Files from before there were descriptions have none.
        description: description.optional(),
        fullAccess: names,
        permissions: names,
        chats: z.enum(['all', 'departments', 'mine']),
        unassigned: z.boolean(),
      }),
    )
    .max(500),
})

/** The account's custom roles as code, by name, so that two exports of the same are the same text. */
export async function documentOf(tx: Tx, accountId: string, catalogue: Catalogue): Promise<RolesDocument> {
  const rows = await tx
    .selectFrom('role')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('preset', 'is', null)
    .orderBy('name')
    .execute()
  return {
    $schema: schemaId,
    version: 1,
    roles: rows.map((row) => {
      const { name, fullSections, permissions, chats, unassigned } = known(catalogue, draftOf(row))
      return { name, description: row.description, fullAccess: fullSections, permissions, chats, unassigned }
    }),
  }
}

/** The drafts in a document. @throws INVALID_INPUT, and says at which role, when it names something that there is not */
export function draftsOf({ roles }: RolesDocument, catalogue: Catalogue): RoleDraft[] {
  const keys = new Set(catalogue.sections.map(({ key }) => key))
  const seen = new Set<string>()
  return roles.map(({ name, fullAccess, permissions, chats, unassigned }, n) => {
    const wrong = (path: string, message: string) =>
      refuse('INVALID_INPUT', `Role ${n + 1} of the file cannot be read: ${message}. Nothing was changed.`, {
        fields: [{ path: `document.roles.${n}.${path}`, message }],
      })
    if (seen.has(name.toLowerCase())) wrong('name', 'an earlier one has the same name')
    seen.add(name.toLowerCase())
    const section = fullAccess.findIndex((key) => !keys.has(key))
    if (section >= 0) wrong(`fullAccess.${section}`, 'fullAccess names a section that this server does not have')
    const tick = permissions.findIndex((one) => !catalogue.bits.at.has(one))
    if (tick >= 0) wrong(`permissions.${tick}`, 'permissions names one that this server does not have')
    return known(catalogue, { name, fullSections: fullAccess, permissions, chats, unassigned })
  })
}
