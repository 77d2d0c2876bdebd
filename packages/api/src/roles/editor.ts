import type { NewEvent } from '@rolecall/db'
import type { MemberContext } from '../guard/context.ts'
import { type Acting, actingOf } from '../rows/may-act.ts'
import { sessionOf } from '../rows/news.ts'

/**
 * Whoever changes roles, in whose account: a member, or the operator (`by` null). The account's turn must be held
 * (guard's `lock: 'team'`, or `teamTurn`): only then do the rules that are checked still hold when it commits.
 */
export interface Editor extends Acting {
  author: { id: string | null; name: string }
}

/** What is left for the caller: to tell these, and to write this down. */
export interface Done<D> {
  events: NewEvent[]
  detail: D
}

export const editorOf = (ctx: MemberContext): Editor => ({
  ...actingOf(ctx),
  author: { id: ctx.actor.memberId, name: ctx.actor.name },
})

const most = 50

/** Their rights changed; one word to everybody where it would be many. */
export const sessions = (memberIds: readonly string[]): NewEvent[] => {
  const told = memberIds.length > most ? [null] : memberIds
  return told.map((member_id) => sessionOf(member_id))
}
