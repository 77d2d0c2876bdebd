import { randomUUID } from 'node:crypto'
import { type DefaultRoleName, defaultRoleNames } from '@rolecall/permissions'
import type { Insertable } from 'kysely'
import type { AccountTable } from '../account/table.ts'
import type { Database, Tx } from '../connect/database.ts'
import type { RoleTable } from '../roles/table.ts'
import { enterAccount } from '../wall/enter.ts'
import { type SeededChats, seedChats } from './chats.ts'
import { addMembers, type SeededMember } from './member.ts'

export interface SeedOptions {
  name?: string
  plan?: AccountTable['plan']
  /** Custom roles, by name; each gets a member. */
  roles?: Record<string, CustomRole>
  /** false: people only, no departments, contacts and chats. */
  chats?: boolean
}

type RoleRow = Insertable<RoleTable>

/** As it is written down in a test, literally. */
export type CustomRole = Partial<Pick<RoleRow, 'chat_scope' | 'unassigned'>> & {
  readonly permissions?: readonly string[]
  readonly full_sections?: readonly string[]
}

export interface Seed extends SeededChats {
  accountId: string
  /** By default role, and by the name of each custom one. */
  members: Record<DefaultRoleName, SeededMember> & Record<string, SeededMember>
  roles: Record<DefaultRoleName, string> & Record<string, string>
}

/**
 * An account with a signed-in member per role, two departments (the Agent is in "sales"; nobody else in any), contacts
 * with a visitor's secret each, and a chat in each state.
 */
export async function seedAccount(database: Database, options: SeedOptions = {}): Promise<Seed> {
  const accountId = randomUUID()
  return await database.transaction(async (tx) => {
    await enterAccount(tx, accountId)
    await tx
      .insertInto('account')
      .values({ id: accountId, name: options.name ?? 'Harbour Books', plan: options.plan ?? 'unlimited' })
      .execute()
    await tx.insertInto('clock').values({ account_id: accountId }).execute()
    const roles = await addRoles(tx, accountId, options.roles)
    const people = Object.entries(roles)
    const added = await addMembers(tx, accountId, people)
    const members = Object.fromEntries(people.map(([role], n) => [role, added[n]]))
    const seeded = { accountId, roles: roles as Seed['roles'], members: members as Seed['members'] }
    const chats = options.chats === false ? noChats : await seedChats(tx, accountId, seeded.members)
    return { ...seeded, ...chats }
  })
}

const noChats: SeededChats = { departments: { sales: '', help: '' }, contacts: [], chats: {} as SeededChats['chats'] }

/** The default roles and custom ones. Answers with their ids by name. */
async function addRoles(tx: Tx, account_id: string, custom: Record<string, CustomRole> = {}) {
  const ours = defaultRoleNames.map((name) => ({ account_id, id: randomUUID(), name, preset: name }))
  const theirs = Object.entries(custom).map(([name, role]) => ({
    ...(role as Partial<RoleRow>),
    ...{ account_id, id: randomUUID(), name },
  }))
  await tx.insertInto('role').values(ours).execute()
  if (theirs.length > 0) await tx.insertInto('role').values(theirs).execute()
  return Object.fromEntries([...ours, ...theirs].map(({ name, id }) => [name, id]))
}
