import type { Tx } from '@rolecall/db'
import { type Catalogue, has } from '@rolecall/permissions'
import type { Person } from '@rolecall/protocol'
import { wholeTeam } from '../rows/member.ts'

const shown = 20

/** Active members who may change the plan, by name. There is always an Administrator among them. */
export async function buyers(tx: Tx, accountId: string, catalogue: Catalogue): Promise<Person[]> {
  const team = await wholeTeam(tx, accountId, catalogue)
  return team
    .filter(({ status, now }) => status === 'active' && has(now.grants, 'billing.plan'))
    .slice(0, shown)
    .map(({ id, name }) => ({ id, name }))
}
