import { randomUUID } from 'node:crypto'
import { type DefaultRoleName, defaultRoleNames } from '@rolecall/permissions'
import type { Insertable } from 'kysely'
import type { Database, Tx } from '../database.ts'
import { enterAccount } from '../enter.ts'
import type { AccountTable } from '../tables/account.ts'
import type { RoleTable } from '../tables/team.ts'
import { type SeededChats, seedChats } from './chats.ts'
import { addMember, type SeededMember } from './member.ts'

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
    const roles: Record<string, string> = {}
    for (const name of defaultRoleNames) roles[name] = await addRole(tx, accountId, { name, preset: name })
    for (const [name, role] of Object.entries(options.roles ?? {}))
      roles[name] = await addRole(tx, accountId, { ...role, name, preset: null })
    const members: Record<string, SeededMember> = {}
    for (const [role, roleId] of Object.entries(roles)) members[role] = await addMember(tx, accountId, roleId, role)
    const people = { accountId, roles: roles as Seed['roles'], members: members as Seed['members'] }
    const chats = options.chats === false ? noChats : await seedChats(tx, accountId, people.members)
    return { ...people, ...chats }
  })
}

const noChats: SeededChats = { departments: { sales: '', help: '' }, contacts: [], chats: {} as SeededChats['chats'] }

async function addRole(tx: Tx, account_id: string, role: CustomRole & { name: string; preset: string | null }) {
  const id = randomUUID()
  await tx
    .insertInto('role')
    .values({ account_id, id, ...(role as Pick<RoleRow, 'name' | 'preset'>) })
    .execute()
  return id
}
