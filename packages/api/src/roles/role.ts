import type { RoleRow, Tx } from '@rolecall/db'
import { isCustom } from '@rolecall/permissions'
import { z } from 'zod'
import { notFound, refuse } from '../refuse/errors.ts'

export interface Role extends RoleRow {
  id: string
  version: number
  description: string
  created_at: Date
}

/** Of a role: 1 when it is made, one more with each change that is saved. */
export const version = z.int().min(1).max(2_147_483_647)

export const defaultStays = 'A default role stays as it is. Duplicate it, and change the copy.'

/** @throws NOT_FOUND */
export async function roleOf(tx: Tx, accountId: string, roleId: string): Promise<Role> {
  const role = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
    .select(['version', 'description', 'created_at'])
    .where('account_id', '=', accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  return role ?? notFound()
}

/** A role to change, as whoever changes it last saw it. @throws NOT_FOUND, CONFLICT */
export async function roleToChange(tx: Tx, accountId: string, roleId: string, version: number): Promise<Role> {
  const role = await roleOf(tx, accountId, roleId)
  if (!isCustom(role)) refuse('CONFLICT', defaultStays)
  if (role.version !== version) {
    refuse('CONFLICT', 'Somebody else has saved this role in between. Load it again, and see what they changed.')
  }
  return role
}
