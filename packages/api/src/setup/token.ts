import { createHash, randomBytes } from 'node:crypto'
import type { Database, Tx } from '@rolecall/db'

/** `setting` row "setup": hashes of the links that were printed, or that it is done. */
interface State {
  done: boolean
  hashes: string[]
}

const key = 'setup'
/** Links that stay good: as many processes as may start at once on one database. */
const kept = 8

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** A one-time token for the first start's link (256 bits, only its hash is kept); null once an account was set up. */
export function prepareSetup(database: Database): Promise<string | null> {
  return database.transaction(async (tx) => {
    const state = await readSetup(tx)
    if (state.done) return null
    const token = randomBytes(32).toString('base64url')
    await write(tx, { done: false, hashes: [...state.hashes, hashOf(token)].slice(-kept) })
    return token
  })
}

/** Where set-up stands. The row stays locked until the transaction ends, so that a link works once. */
export async function readSetup(tx: Tx): Promise<State> {
  await tx
    .insertInto('setting')
    .values({ key, value: JSON.stringify({ done: false, hashes: [] } satisfies State) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.value as State
}

export const opensSetup = (state: State, token: string): boolean => !state.done && state.hashes.includes(hashOf(token))

export const finishSetup = (tx: Tx): Promise<void> => write(tx, { done: true, hashes: [] })

async function write(tx: Tx, state: State): Promise<void> {
  await tx
    .updateTable('setting')
    .set({ value: JSON.stringify(state) })
    .where('key', '=', key)
    .execute()
}
