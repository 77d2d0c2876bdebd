import { z } from 'zod'
import { line } from '../rows/input.ts'
import type { Editor } from './editor.ts'
import type { Role } from './role.ts'
import type { RoleDescribed } from './says.ts'

/** What a role is for, in words; empty: nobody says. */
export const description = z.union([z.literal(''), line(300)])

/** Says what a role is for: it allows nothing, so it is no version of it. What it was is for the history; null: the same. */
export async function describeRole(
  { tx, accountId }: Pick<Editor, 'tx' | 'accountId'>,
  role: Pick<Role, 'id' | 'name' | 'description'>,
  to: string,
): Promise<RoleDescribed | null> {
  if (role.description === to) return null
  await tx
    .updateTable('role')
    .set({ description: to })
    .where('account_id', '=', accountId)
    .where('id', '=', role.id)
    .execute()
  return { role: role.name, from: role.description, to }
}
