import type { Tx } from '@rolecall/db'
import { type Login, loginsOf } from '../rows/login.ts'
import { addLogin, setPassword } from '../rows/person.ts'

interface Newcomer {
  accountId: string
  name: string
  email: string
  /** The hash of the password that they chose. */
  password: string
  /** They opened the letter to this address. */
  proven: boolean
}

/**
 * A login of this account for somebody who chose a name and a password. It has nothing to do with another one of that
 * address, whoever made that. null: this account has one already, and they proved nothing.
 */
export async function newLogin(tx: Tx, { proven, ...asked }: Newcomer): Promise<string | null> {
  const { accountId, name, email, password } = asked
  const own = (await loginsOf(tx, email)).find((login) => login.accountId === accountId)
  if (!own) return addLogin(tx, asked)
  if (!proven) return null
  await setPassword(tx, own.id, password)
  await tx.updateTable('identity_user').set({ name, updated_at: new Date() }).where('id', '=', own.id).execute()
  return own.id
}

/** Those logins with an address that may join an account: its own one, and the one that is good everywhere. */
export const mayJoin = async (tx: Tx, email: string, accountId: string): Promise<Login[]> =>
  (await loginsOf(tx, email)).filter((login) => login.accountId === null || login.accountId === accountId)
