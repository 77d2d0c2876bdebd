import type { RoleRow, Tx } from '@rolecall/db'
import { type Catalogue, diffRoles } from '@rolecall/permissions'
import type { Blast } from '@rolecall/protocol'
import { sql } from 'kysely'
import { type Affected, effectOf } from '../rows/effect.ts'
import { scopedOf } from './draft.ts'
import { linesOf } from './lines.ts'
import { openInvites } from './open-invites.ts'

interface Change {
  roleId: string | null
  before: RoleRow
  after: RoleRow
  /** For whom it makes a difference. */
  changed: readonly Affected[]
}

/** What a change of a role means for people, their API tokens and the invited, in figures and in words. */
export async function blastOf(tx: Tx, accountId: string, catalogue: Catalogue, change: Change): Promise<Blast> {
  const { members, tokens, ...seen } = await effectOf(tx, accountId, catalogue, change.changed)
  const facts = {
    change: diffRoles(scopedOf(change.before), scopedOf(change.after), catalogue),
    members,
    tokens,
    invites: change.roleId === null ? 0 : await inviteCount(tx, accountId, change.roleId),
  }
  return { ...facts, lines: linesOf({ ...facts, ...seen }, catalogue) }
}

async function inviteCount(tx: Tx, accountId: string, roleId: string): Promise<number> {
  const { count } = await openInvites(tx, accountId)
    .select(sql<number>`count(*)`.as('count'))
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow()
  return count
}
