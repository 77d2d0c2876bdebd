import type { NewEvent } from '@rolecall/db'
import type { MemberContext } from '../context.ts'
import { type Acting, actingOf } from '../rows/may-act.ts'

/**
 * Whoever changes roles, in whose account: a member, or the operator (`by` null). The account's turn must be held
 * (guard's `lock: 'team'`, or `teamTurn`): only then do the rules that are checked still hold when it commits.
 */
export interface Editor extends Acting {
  author: { id: string | null; name: string }
}

/** What is left for the caller: to tell these, and to write this down. */
export interface Done {
  events: NewEvent[]
  detail: Record<string, unknown>
}

export const editorOf = (ctx: MemberContext): Editor => ({
  ...actingOf(ctx),
  author: { id: ctx.actor.memberId, name: ctx.actor.name },
})

const most = 50

/** Their rights changed; one word to everybody where it would be many. */
export const sessions = (memberIds: readonly string[]): NewEvent[] => {
  const told = memberIds.length > most ? [null] : memberIds
  return told.map((member_id) => ({ type: 'session', member_id, data: { type: 'session' } }))
}

export const team = (what: 'roles' | 'members' | 'invites'): NewEvent => ({
  type: 'team',
  data: { type: 'team', what },
})
