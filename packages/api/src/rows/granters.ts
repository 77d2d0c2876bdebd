import type { Tx } from '@rolecall/db'
import { type Catalogue, has, lacking, rules } from '@rolecall/permissions'
import { changeOf, type HeldMember, wholeTeam } from './member.ts'

/** Who may give a member one more permission, by name: they hold for good all that the member would then have. */
export async function grantersOf(
  tx: Tx,
  accountId: string,
  memberId: string,
  permission: string,
  catalogue: Catalogue,
): Promise<HeldMember[]> {
  const team = await wholeTeam(tx, accountId, catalogue)
  const asker = team.find(({ id }) => id === memberId)
  if (!asker) return []
  const more = { permission, role: null, ends_at: null }
  const demand = rules.give(changeOf(asker, { extra: [...asker.extra, more] }, catalogue))
  return team
    .filter(({ id, status }) => id !== asker.id && status === 'active')
    .filter(({ lasting }) => has(lasting.grants, 'team.manage') && lacking(lasting, demand) === null)
}
