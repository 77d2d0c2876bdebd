import type { Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import type { AccessRequest } from '@rolecall/protocol'
import { labelled } from '../rows/permission.ts'

/** Requests of an account, each with whoever asks. */
export const requestRows = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('access_request as request')
    .innerJoin('member', (join) =>
      join.onRef('member.account_id', '=', 'request.account_id').onRef('member.id', '=', 'request.member_id'),
    )
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select(['request.id', 'request.permission', 'request.reason', 'request.status', 'request.created_at'])
    .select(['request.decided_name', 'request.decided_at', 'request.answer'])
    .select(['request.member_id', 'identity_user.name as member_name', 'role.name as role_name'])
    .where('request.account_id', '=', accountId)

export type RequestRow = Awaited<ReturnType<ReturnType<typeof requestRows>['execute']>>[number]

/** `why` it may not be granted by whoever looks at it; null: they may. */
export const toRequest = (row: RequestRow, catalogue: Catalogue, why: string | null): AccessRequest => ({
  id: row.id,
  member: { id: row.member_id, name: row.member_name, role: row.role_name },
  permission: labelled(catalogue, row.permission),
  reason: row.reason,
  status: row.status,
  at: row.created_at.toISOString(),
  decided:
    row.decided_at && row.decided_name !== null
      ? { by: row.decided_name, at: row.decided_at.toISOString(), answer: row.answer }
      : null,
  grant: { may: why === null, why },
})
