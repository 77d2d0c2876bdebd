import type { NewEvent, Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import type { MemberContext } from '../guard/context.ts'
import { type By, byOf } from '../rows/by.ts'
import { sessionOf } from '../rows/news.ts'

/**
 * Whoever changes roles, in whose account: a member, or the operator (`by` null). The account's turn must be held
 * (guard's `lock: 'team'`, or `teamTurn`): only then do the rules that are checked still hold when it commits.
 */
export interface Editor {
  tx: Tx
  accountId: string
  catalogue: Catalogue
  by: By
  author: { id: string | null; name: string }
}

/** What is left for the caller: to tell these, and to write this down. */
export interface Done<D> {
  events: NewEvent[]
  detail: D
}

export const editorOf = ({ tx, actor, catalogue }: MemberContext): Editor => ({
  tx,
  accountId: actor.accountId,
  catalogue,
  by: byOf(actor),
  author: { id: actor.memberId, name: actor.name },
})

const most = 50

/** Their rights changed; one word to everybody where it would be many. */
export const sessions = (memberIds: readonly string[]): NewEvent[] => {
  const told = memberIds.length > most ? [null] : memberIds
  return told.map((member_id) => sessionOf(member_id))
}
