import { randomBytes, randomUUID } from 'node:crypto'
import type { StartedApi } from '@rolecall/api/testing'
import { hashed, type Seed } from '@rolecall/db/testing'

/** Rows made for one call, so that a call that succeeds takes nothing away from the next one. */
export interface Target {
  accountId: string
  contactId: string
  chatId: string
  /** The visitor's own key to that chat. */
  secret: string
  /** A member nobody else uses: an Agent, made an Agent again by team.setRole. */
  memberId: string
  roleId: string
  /** Somebody made for this call: an Agent, who has asked for reports.view and holds audit.view beside their role. */
  newcomerId: string
  requestId: string
  grantId: string
  /** A custom role made for this call: it grants nothing, nobody holds it, and it is in version 1. */
  customRoleId: string
  /** An open invitation to be an Agent, and a department that nobody belongs to; both made for this call. */
  inviteId: string
  departmentId: string
}

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
          ...{ id, name: 'Newcomer Tester', email: `newcomer-${id}@example.test`, updated_at: now },
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
})

/** A name that no other role has. */
export const nameOf = (roleId: string) => `Made for one call ${roleId}`
