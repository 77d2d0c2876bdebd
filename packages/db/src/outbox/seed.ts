import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'
import { emit } from './emit.ts'

/** An event. */
export async function seed(tx: Tx, { accountId }: Seed): Promise<void> {
  await emit(tx, accountId, [{ type: 'switches', data: { type: 'switches', online: true, widgetShown: true } }])
}
