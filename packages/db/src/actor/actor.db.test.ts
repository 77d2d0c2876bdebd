import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { engines, freshDatabase, hashed, type Seed, seedAccount } from '../testing/index.ts'
import { findVisitor } from '../visitor/visitor.ts'
import { findActorBySession, findActorByToken, type Lock } from './actor.ts'

describe.each(engines)('who is asking, on %s', (engine) => {
  let database: Database
  let seed: Seed
  let other: Seed
  beforeAll(async () => {
    database = await freshDatabase(engine)
    seed = await seedAccount(database, {
      roles: {
        Reader: { permissions: ['inbox.view'], full_sections: ['contacts'], chat_scope: 'mine', unassigned: false },
      },
    })
    other = await seedAccount(database)
  })
  afterAll(() => database.close())

  const bySession = (token: string, lock: Lock = false) =>
    database.transaction((tx) => findActorBySession(tx, hashed(token), lock))
  const locks: Lock[] = [false, true, 'team']

  test.each(locks)('a session gives member, role and departments (lock %s)', async (lock) => {
    const agent = seed.members.Agent
    expect(await bySession(agent.session, lock)).toEqual({
      account_id: seed.accountId,
      member_id: agent.id,
      user_id: agent.userId,
      name: agent.name,
      email: agent.email,
      role_id: seed.roles.Agent,
      role_name: 'Agent',
      preset: 'Agent',
      permissions: [],
      full_sections: [],
      chat_scope: 'all',
      unassigned: true,
      department_ids: [seed.departments.sales],
      token_permissions: null,
      extra: null,
      preview: null,
    })
    expect(await bySession(seed.members['Reader']?.session ?? '', lock)).toMatchObject({
      preset: null,
      permissions: ['inbox.view'],
      full_sections: ['contacts'],
      chat_scope: 'mine',
      unassigned: false,
      department_ids: [],
    })
  })

  test.each(locks)('unknown, expired, without an account, deactivated: nobody (lock %s)', async (lock) => {
    expect(await bySession('nonsense', lock)).toBeUndefined()
    expect(await bySession('', lock)).toBeUndefined()
    const own = await seedAccount(database, { chats: false })
    const { Agent, Support, Supervisor } = own.members
    const session = (token: string) =>
      database.db.updateTable('identity_session').where('token_hash', '=', hashed(token))
    await session(Agent.session)
      .set({ expires_at: new Date(Date.now() - 1) })
      .execute()
    expect(await bySession(Agent.session, lock)).toBeUndefined()
    await session(Support.session).set({ account_id: null }).execute()
    expect(await bySession(Support.session, lock)).toBeUndefined()
    await database.tenant(own.accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', Supervisor.id).execute(),
    )
    expect(await bySession(Supervisor.session, lock)).toBeUndefined()
    // A session that names an account where its user is no member.
    await session(own.members.Administrator.session).set({ account_id: other.accountId }).execute()
    expect(await bySession(own.members.Administrator.session, lock)).toBeUndefined()
  })

  test('a role given to somebody counts from the next look-up on', async () => {
    const own = await seedAccount(database, { chats: false })
    const { Agent } = own.members
    await database.tenant(own.accountId, (tx) =>
      tx.updateTable('member').set({ role_id: own.roles.Support }).where('id', '=', Agent.id).execute(),
    )
    expect(await bySession(Agent.session)).toMatchObject({ role_name: 'Support' })
  })

  test('the look-up enters the account: what follows stands behind its wall', async () => {
    await database.transaction(async (tx) => {
      expect(await tx.selectFrom('chat').select('id').execute()).toEqual([])
      await findActorBySession(tx, hashed(seed.members.Agent.session), true)
      const seen = await tx.selectFrom('chat').select('account_id').execute()
      expect(new Set(seen.map((c) => c.account_id))).toEqual(new Set([seed.accountId]))
    })
  })

  test('an API token gives its owner and what it is limited to', async () => {
    const { id: member_id } = seed.members.Supervisor
    const add = async (token: string, expires_at: Date | null) => {
      const row = { account_id: seed.accountId, id: randomUUID(), member_id, name: token, hint: 'rc_', expires_at }
      const values = { ...row, token_hash: hashed(token), permissions: ['contacts.view'] }
      await database.tenant(seed.accountId, (tx) => tx.insertInto('api_token').values(values).execute())
    }
    await add('lasting', null)
    await add('running', new Date(Date.now() + 60_000))
    await add('expired', new Date(Date.now() - 1))
    const by = (accountId: string, token: string, lock: Lock) =>
      database.transaction((tx) => findActorByToken(tx, accountId, hashed(token), lock))
    for (const lock of locks) {
      for (const token of ['lasting', 'running'])
        expect(await by(seed.accountId, token, lock)).toMatchObject({
          member_id,
          role_name: 'Supervisor',
          token_permissions: ['contacts.view'],
        })
      expect(await by(seed.accountId, 'expired', lock)).toBeUndefined()
      expect(await by(seed.accountId, 'unknown', lock)).toBeUndefined()
      expect(await by(other.accountId, 'lasting', lock)).toBeUndefined()
    }
    await database.tenant(seed.accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', member_id).execute(),
    )
    expect(await by(seed.accountId, 'lasting', false)).toBeUndefined()
  })

  test("a visitor's secret is found in its own account only", async () => {
    const [contact] = seed.contacts
    if (!contact) throw new Error('no contact')
    const find = (accountId: string, secretHash: string) =>
      database.transaction((tx) => findVisitor(tx, accountId, secretHash))
    expect(await find(seed.accountId, contact.secretHash)).toEqual({
      contact_id: contact.id,
      chat_id: contact.chatId,
      name: contact.name,
    })
    expect(await find(other.accountId, contact.secretHash)).toBeUndefined()
    expect(await find(seed.accountId, hashed('guess'))).toBeUndefined()
  })

  describe('beside the role', () => {
    const give = (values: {
      permission?: string
      role_id?: string
      ends_at: Date | null
      ended_at?: Date
      created_at?: Date
    }) =>
      database.tenant(seed.accountId, (tx) =>
        tx
          .insertInto('member_grant')
          .values({
            account_id: seed.accountId,
            id: randomUUID(),
            member_id: seed.members.Support.id,
            given_name: 'Test',
            ...values,
          })
          .execute(),
      )
    const extra = async () => (await bySession(seed.members.Support.session))?.extra ?? null
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000)

    test('what was given counts until it ends, and not a moment longer', async () => {
      expect(await extra()).toBeNull()
      await give({ permission: 'inbox.delete', ends_at: hours(-1) })
      await give({ permission: 'reports.view', ends_at: hours(1), ended_at: hours(-1) })
      expect(await extra()).toBeNull()
      const until = hours(1)
      // In the order given; two of the same millisecond would come in either.
      await give({ permission: 'inbox.delete', ends_at: until, created_at: hours(-3) })
      await give({ role_id: seed.roles['Reader'] ?? '', ends_at: null, created_at: hours(-2) })
      expect(await extra()).toEqual([
        { permission: 'inbox.delete', role: null, ends_at: until.toISOString() },
        {
          permission: null,
          ends_at: null,
          role: {
            name: 'Reader',
            preset: null,
            permissions: ['inbox.view'],
            full_sections: ['contacts'],
            chat_scope: 'mine',
            unassigned: false,
          },
        },
      ])
      const end = new Date(Date.now() + 3000)
      await give({ permission: 'reports.view', ends_at: end })
      expect(await extra()).toHaveLength(3)
      await pause(end.getTime() - Date.now() + 5)
      expect(await extra()).toHaveLength(2)
    })

    test('a preview is one’s own, and for a while', async () => {
      const look = async (who: 'Agent' | 'Administrator', preview: string) =>
        (await database.transaction((tx) => findActorBySession(tx, hashed(seed.members[who].session), false, preview)))
          ?.preview
      const make = async (expires_at: Date) => {
        const id = randomUUID()
        const role = { name: 'Draft', permissions: ['inbox.view'], full_sections: [] }
        await database.tenant(seed.accountId, (tx) =>
          tx
            .insertInto('role_preview')
            .values({
              account_id: seed.accountId,
              id,
              member_id: seed.members.Administrator.id,
              ...role,
              chat_scope: 'mine',
              unassigned: false,
              expires_at,
            })
            .execute(),
        )
        return id
      }
      const id = await make(hours(1))
      expect(await look('Administrator', id)).toMatchObject({ name: 'Draft', preset: null, chat_scope: 'mine' })
      expect(await look('Agent', id)).toBeNull()
      expect(await look('Administrator', randomUUID())).toBeNull()
      expect(await look('Administrator', await make(hours(-1)))).toBeNull()
    })
  })
})
