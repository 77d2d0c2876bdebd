import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findActorBySession } from '../actor/actor.ts'
import type { Database } from '../connect/database.ts'
import { findVisitor } from '../visitor/visitor.ts'
import { engines, freshDatabase, hashed, type Seed, seedAccount } from './index.ts'

describe.each(engines)('a seeded account on %s', (engine) => {
  let database: Database
  let seed: Seed
  beforeAll(async () => {
    database = await freshDatabase(engine)
    seed = await seedAccount(database, { roles: { Reader: { permissions: ['inbox.view'], chat_scope: 'mine' } } })
  })
  afterAll(() => database.close())

  test('its members are found by their sessions', async () => {
    for (const [role, member] of Object.entries(seed.members)) {
      const actor = await database.transaction((tx) => findActorBySession(tx, hashed(member.session), true))
      expect(actor).toMatchObject({ account_id: seed.accountId, member_id: member.id, role_name: role })
    }
    const agent = await database.transaction((tx) => findActorBySession(tx, hashed(seed.members.Agent.session), false))
    expect(agent?.department_ids).toEqual([seed.departments.sales])
  })

  test('its visitors are found by their secrets', async () => {
    for (const contact of seed.contacts) {
      const visitor = await database.transaction((tx) => findVisitor(tx, seed.accountId, contact.secretHash))
      expect(visitor).toEqual({ contact_id: contact.id, chat_id: contact.chatId, name: contact.name })
    }
  })
})
