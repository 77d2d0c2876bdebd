import { randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'
import { type Hash, hashPassword } from '../work/password.ts'

export interface NewLogin {
  name: string
  email: string
  /** Where it is good, as long as its address is not confirmed (confirm.ts). */
  accountId: string
  /** The hash of their password. Left out: they sign in by other means (a demo's button), or ask for one first. */
  password?: string
}

/** Somebody who can sign in, in this account. It must have no other one with this address. */
export async function addLogin(tx: Tx, { name, accountId, password, ...login }: NewLogin): Promise<string> {
  const id = randomUUID()
  const now = new Date()
  const email = login.email.toLowerCase()
  await tx.insertInto('identity_user').values({ id, name, email, account_id: accountId, updated_at: now }).execute()
  if (password !== undefined) await setPassword(tx, id, password)
  return id
}

/** `password` is a hash. */
export async function setPassword(tx: Tx, user_id: string, password: string): Promise<void> {
  const updated_at = new Date()
  await tx.deleteFrom('identity_credential').where('user_id', '=', user_id).execute()
  await tx
    .insertInto('identity_credential')
    .values({
      ...{ id: randomUUID(), user_id, account_id: user_id, provider_id: 'credential' },
      ...{ password, updated_at },
    })
    .execute()
}

export interface NewPerson {
  accountId: string
  roleId: string
  name: string
  email: string
  password?: string
}

/** A person who can sign in here, as a member of the account that was entered. The email must be nobody's here yet. */
export async function addPerson(
  tx: Tx,
  { password, roleId, ...person }: NewPerson,
  hash: Hash = hashPassword,
): Promise<{ memberId: string; userId: string }> {
  const kept = password === undefined ? {} : { password: await hash(password) }
  const userId = await addLogin(tx, { ...person, ...kept })
  return { userId, memberId: await addMembership(tx, { accountId: person.accountId, roleId, userId }) }
}

/** A person who can sign in already, as a member of the account that was entered. */
export async function addMembership(
  tx: Tx,
  { accountId, roleId, userId }: { accountId: string; roleId: string; userId: string },
): Promise<string> {
  const id = randomUUID()
  await tx.insertInto('member').values({ account_id: accountId, id, user_id: userId, role_id: roleId }).execute()
  return id
}
