import { randomBytes, randomUUID } from 'node:crypto'
import type { StartedApi } from '@rolecall/api/testing'
import { addMember, hashed } from '@rolecall/db/testing'

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
export async function newTarget({ database, seed }: StartedApi): Promise<Target> {
  const account_id = seed.accountId
  const [contactId, chatId] = [randomUUID(), randomUUID()]
  const [requestId, grantId, customRoleId] = [randomUUID(), randomUUID(), randomUUID()]
  const [inviteId, departmentId] = [randomUUID(), randomUUID()]
  const secret = `rv_${account_id.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`
  const now = new Date()
  const newcomerId = await database.tenant(account_id, async (tx) => {
    await tx
      .insertInto('contact')
      .values({ account_id, id: contactId, name: 'Matrix', data: '{}', last_seen_at: now })
      .execute()
    await tx
      .insertInto('chat')
      .values({ account_id, id: chatId, contact_id: contactId, last_seq: 1, visitor_count: 1, active_at: now })
      .execute()
    await tx
      .insertInto('message')
      .values({
        account_id,
        id: randomUUID(),
        chat_id: chatId,
        seq: 1,
        author_kind: 'visitor',
        author_id: contactId,
        author_name: 'Matrix',
        kind: 'message',
        body: 'planted in the matrix',
      })
      .execute()
    await tx
      .insertInto('visitor')
      .values({ account_id, id: randomUUID(), contact_id: contactId, chat_id: chatId, secret_hash: hashed(secret) })
      .execute()
    const { id: member_id } = await addMember(tx, account_id, seed.roles.Agent, 'Newcomer')
    await tx
      .insertInto('access_request')
      .values({ account_id, id: requestId, member_id, permission: 'reports.view', reason: 'asked in the matrix' })
      .execute()
    await tx
      .insertInto('member_grant')
      .values({ account_id, id: grantId, member_id, permission: 'audit.view', given_name: 'Matrix' })
      .execute()
    const nothing = { name: nameOf(customRoleId), permissions: [], full_sections: [], chat_scope: 'mine' as const }
    await tx
      .insertInto('role')
      .values({ account_id, id: customRoleId, ...nothing, unassigned: false })
      .execute()
    await tx
      .insertInto('role_version')
      .values({ account_id, role_id: customRoleId, version: 1, ...nothing, unassigned: false, by_name: 'Matrix' })
      .execute()
    await tx
      .insertInto('invite')
      .values({
        account_id,
        id: inviteId,
        email: `${inviteId}@example.test`,
        role_id: seed.roles.Agent,
        token_hash: hashed(inviteId),
        invited_by: seed.members.Administrator.id,
        expires_at: new Date(now.getTime() + 3_600_000),
      })
      .execute()
    await tx
      .insertInto('department')
      .values({ account_id, id: departmentId, name: nameOf(departmentId) })
      .execute()
    return member_id
  })
  const { id: memberId, roleId } = seed.members.Agent
  return {
    accountId: account_id,
    contactId,
    chatId,
    secret,
    memberId,
    roleId,
    newcomerId,
    requestId,
    grantId,
    customRoleId,
    inviteId,
    departmentId,
  }
}

/** A name that no other role has. */
export const nameOf = (roleId: string) => `Made for one call ${roleId}`
