import { randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'
import { type Hash, hashPassword } from '../work/password.ts'

export interface NewPerson {
  accountId: string
  roleId: string
  name: string
  email: string
  /** Left out: signs in by other means (a demo's button), or asks for a new password first. */
  password?: string
}

/** A person who can sign in, as a member of the account that was entered. The email must be nobody's yet. */
export async function addPerson(
  tx: Tx,
  person: NewPerson,
  hash: Hash = hashPassword,
): Promise<{ memberId: string; userId: string }> {
  const [memberId, userId] = [randomUUID(), randomUUID()]
  const updated_at = new Date()
  const email = person.email.toLowerCase()
  await tx.insertInto('identity_user').values({ id: userId, name: person.name, email, updated_at }).execute()
  if (person.password !== undefined) {
    const password = await hash(person.password)
    await tx
      .insertInto('identity_credential')
      .values({
        id: randomUUID(),
        user_id: userId,
        account_id: userId,
        provider_id: 'credential',
        password,
        updated_at,
      })
      .execute()
  }
  await addMembership(tx, { accountId: person.accountId, roleId: person.roleId, memberId, userId })
  return { memberId, userId }
}

/** A person who can sign in already, as a member of the account that was entered. */
export async function addMembership(
  tx: Tx,
  { accountId, roleId, memberId, userId }: { accountId: string; roleId: string; memberId: string; userId: string },
): Promise<void> {
  await tx
    .insertInto('member')
    .values({ account_id: accountId, id: memberId, user_id: userId, role_id: roleId })
    .execute()
}
