import { randomUUID } from 'node:crypto'
import { audit } from '../audit/audit.ts'
import type { Database, Tx } from '../connect/database.ts'
import { emit } from '../outbox/emit.ts'
import { hashed } from './hashed.ts'
import type { Seed } from './seed.ts'

/** Adds a row in each table that seedAccount leaves empty: a read mark, a token, an event, an audit entry … */
export async function seedRecords(database: Database, seed: Seed): Promise<void> {
  const { accountId: account_id } = seed
  const { id, name } = seed.members.Administrator
  await database.tenant(account_id, async (tx) => {
    await tx
      .insertInto('chat_read')
      .values({ account_id, chat_id: seed.chats.agents, member_id: id, visitor_count: 1 })
      .execute()
    await tx
      .insertInto('api_token')
      .values({
        account_id,
        id: randomUUID(),
        member_id: id,
        name: 'Nightly sync',
        token_hash: hashed(`rc_${account_id}`),
        hint: 'rc_seeded',
        permissions: ['contacts.view'],
      })
      .execute()
    await audit(tx, account_id, {
      actor: { kind: 'member', id, name },
      action: 'switches.setOnline',
      subject: { kind: 'account', id: account_id },
      detail: { before: false, after: true },
    })
    await seedAccess(tx, seed)
    await emit(tx, account_id, [{ type: 'switches', data: { type: 'switches', online: true, widgetShown: true } }])
  })
}

const soon = () => new Date(Date.now() + 3_600_000)

/** What members were given, asked for, used and looked at; who is invited; how a role was. */
async function seedAccess(tx: Tx, { accountId: account_id, members, roles }: Seed): Promise<void> {
  const { id: member_id, name } = members.Support
  const role = {
    permissions: ['inbox.view'],
    full_sections: [],
    chat_scope: 'all' as const,
    unassigned: true,
  }
  await tx
    .insertInto('invite')
    .values({
      account_id,
      id: randomUUID(),
      email: 'new@example.test',
      role_id: roles.Agent,
      token_hash: hashed(`ri_${account_id}`),
      invited_by: members.Administrator.id,
      expires_at: soon(),
    })
    .execute()
  await tx
    .insertInto('role_version')
    .values({ account_id, role_id: roles.Agent, version: 1, name: 'Agent', by_name: name, ...role })
    .execute()
  await tx
    .insertInto('member_grant')
    .values({ account_id, id: randomUUID(), member_id, permission: 'reports.view', given_name: name, ends_at: soon() })
    .execute()
  await tx
    .insertInto('access_request')
    .values({ account_id, id: randomUUID(), member_id, permission: 'inbox.delete', reason: 'Spam' })
    .execute()
  await tx
    .insertInto('permission_use')
    .values({ account_id, member_id, permission: 'inbox.view', last_used_at: new Date() })
    .execute()
  await tx
    .insertInto('role_preview')
    .values({ account_id, id: randomUUID(), member_id, name: 'Draft', expires_at: soon(), ...role })
    .execute()
}
