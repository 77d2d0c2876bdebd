import { randomBytes, randomUUID } from 'node:crypto'
import type { StartedApi } from '@rolecall/api/testing'
import { hashed, type Seed } from '@rolecall/db/testing'
import { nameOf, type Target } from './line.ts'
import { lines } from './table.ts'

export type { Target } from './line.ts'

/** A contact with an open, unassigned chat of one visitor message. Written behind the api's back. */
export async function newTarget(account: StartedApi): Promise<Target> {
  const [target] = await newTargets(account, 1)
  return target as Target
}

/** Several at once, which costs hardly more than one. */
export async function newTargets({ database, seed }: StartedApi, count: number): Promise<Target[]> {
  const { accountId: account_id } = seed
  const targets = Array.from({ length: count }, () => made(seed))
  const now = new Date()
  const each = <Row>(row: (target: Target) => Row) => targets.map((target) => ({ account_id, ...row(target) }))
  await database.tenant(account_id, async (tx) => {
    await tx
      .insertInto('contact')
      .values(each(({ contactId: id }) => ({ id, name: 'Matrix', data: '{}', last_seen_at: now })))
      .execute()
    await tx
      .insertInto('chat')
      .values(
        each(({ chatId: id, contactId }) => ({
          ...{ id, contact_id: contactId, last_seq: 1, visitor_count: 1, active_at: now },
        })),
      )
      .execute()
    await tx
      .insertInto('message')
      .values(
        each(({ chatId, contactId }) => ({
          id: randomUUID(),
          chat_id: chatId,
          seq: 1,
          author_kind: 'visitor' as const,
          author_id: contactId,
          author_name: 'Matrix',
          kind: 'message' as const,
          body: 'planted in the matrix',
        })),
      )
      .execute()
    await tx
      .insertInto('visitor')
      .values(
        each(({ chatId, contactId, secret }) => ({
          ...{ id: randomUUID(), contact_id: contactId, chat_id: chatId, secret_hash: hashed(secret) },
        })),
      )
      .execute()
    await tx
      .insertInto('identity_user')
      .values(
        targets.map(({ newcomerId: id }) => ({
          ...{ id, name: 'Newcomer Tester', email: `newcomer-${id}@example.test`, confirmed_at: now, updated_at: now },
        })),
      )
      .execute()
    await tx
      .insertInto('member')
      .values(each(({ newcomerId: id }) => ({ id, user_id: id, role_id: seed.roles.Agent })))
      .execute()
    await tx
      .insertInto('access_request')
      .values(
        each(({ requestId: id, newcomerId }) => ({
          ...{ id, member_id: newcomerId, permission: 'reports.view', reason: 'asked in the matrix' },
        })),
      )
      .execute()
    await tx
      .insertInto('member_grant')
      .values(
        each(({ grantId: id, newcomerId }) => ({
          ...{ id, member_id: newcomerId, permission: 'audit.view', given_name: 'Matrix' },
        })),
      )
      .execute()
    const nothing = { permissions: [], full_sections: [], chat_scope: 'mine' as const, unassigned: false }
    await tx
      .insertInto('role')
      .values(each(({ customRoleId: id }) => ({ id, name: nameOf(id), ...nothing })))
      .execute()
    await tx
      .insertInto('role_version')
      .values(
        each(({ customRoleId: id }) => ({ role_id: id, name: nameOf(id), version: 1, by_name: 'Matrix', ...nothing })),
      )
      .execute()
    await tx
      .insertInto('invite')
      .values(
        each(({ inviteId: id }) => ({
          id,
          email: `${id}@example.test`,
          role_id: seed.roles.Agent,
          token_hash: hashed(id),
          invited_by: seed.members.Administrator.id,
          expires_at: new Date(now.getTime() + 3_600_000),
        })),
      )
      .execute()
    await tx
      .insertInto('department')
      .values(each(({ departmentId: id }) => ({ id, name: nameOf(id) })))
      .execute()
    for (const { row } of Object.values(lines)) for (const target of targets) await row?.(tx, target)
  })
  return targets
}

const made = ({ accountId, members }: Seed): Target => ({
  accountId,
  contactId: randomUUID(),
  chatId: randomUUID(),
  secret: `rv_${accountId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`,
  memberId: members.Agent.id,
  roleId: members.Agent.roleId,
  newcomerId: randomUUID(),
  requestId: randomUUID(),
  grantId: randomUUID(),
  customRoleId: randomUUID(),
  inviteId: randomUUID(),
  departmentId: randomUUID(),
  ownId: randomUUID(),
})
