import { eachStep } from './acts.ts'
import { type Account, kitOf, type Member, member } from './model.ts'
import { acts, everywhere, manages, places, reads } from './property.ts'
import type { Reckoning } from './reckoning.ts'

// The check of the checker: from one account, with one chat, everything that two members do after each other, to the
// depth that is asked for, and time passing in between. Nobody of the account may end with what neither they nor the two
// had at the start. It knows nothing of single steps; what it finds they must find too.

/** An account with a chat in one place. */
export interface State {
  readonly account: Account
  /** Number of `places`. */
  readonly chat: number
  /** Whether what was temporary at the start has ended. */
  readonly later: boolean
}

export interface Deep {
  readonly states: number
  /** The acts that led to the first state in which somebody can more; null: there is none. */
  readonly found: readonly string[] | null
}

export function deep(start: Account, chat: number, depth: number, ask: Reckoning): Deep {
  const first: State = { account: start, chat, later: false }
  const allowed = [false, true].map((later) => [0, 1, 2].map((who) => limit(start, chat, who, later)))
  const seen = new Set([keyOf(first)])
  let edge: [State, readonly string[]][] = [[first, []]]
  for (let at = 0; at < depth; at++) {
    const next: typeof edge = []
    for (const [state, path] of edge) {
      for (const [name, then] of stepsFrom(state, ask)) {
        const key = keyOf(then)
        if (seen.has(key)) continue
        seen.add(key)
        const told = [...path, name]
        const limits = allowed[Number(then.later)] as number[]
        if ([0, 1, 2].some((who) => (can(then.account, then.chat, who, false) & ~(limits[who] as number)) !== 0))
          return { states: seen.size, found: told }
        next.push([then, told])
      }
    }
    edge = next
  }
  return { states: seen.size, found: null }
}

/** What a member can with the chat: read it, act on it, and manage, as three bits. */
function can({ roles, members }: Account, chat: number, who: number, lasting: boolean): number {
  const one = members[who] as Member
  if (!one.active) return 0
  const kit = kitOf(roles, one, lasting)
  const read = (reads[who] as Int32Array)[kit] as number
  const done = (acts[who] as Int32Array)[kit] as number
  return ((read >> chat) & 1) | (((done >> chat) & 1) << 1) | ((read & manages) === 0 ? 0 : 4)
}

const limit = (start: Account, chat: number, who: number, later: boolean) =>
  can(start, chat, who, later) | can(start, chat, 0, later) | can(start, chat, 1, later)

function* stepsFrom({ account, chat, later }: State, ask: Reckoning): Iterable<[string, State]> {
  for (const swapped of [false, true]) {
    const steps: [string, State][] = []
    const from = swapped ? exchanged(account) : account
    const at = swapped ? exchangedPlace(chat) : chat
    eachStep(from, ask, ({ act, after, permitted, moves }) => {
      // What was assigned while a right lasted stays assigned: that is accepted.
      if (act === 'assign' || (permitted & (1 << at)) === 0) return
      const to = moves[at] as number
      const then = swapped ? exchanged(after) : after
      steps.push([`${swapped ? 1 : 0} ${act}`, { account: then, chat: swapped ? exchangedPlace(to) : to, later }])
    })
    yield* steps
  }
  const over = (one: Member) => (one.ends ? member({ ...one, beside: 0, ends: false }) : one)
  const [a, b, c] = account.members
  yield ['time passes', { account: { roles: account.roles, members: [over(a), over(b), over(c)] }, chat, later: true }]
}

const exchanged = ({ roles, members: [a, b, c] }: Account): Account => ({ roles, members: [b, a, c] })

function exchangedPlace(chat: number): number {
  const { assignee, department } = places[chat] as (typeof places)[number]
  const other = assignee === 0 ? 1 : assignee === 1 ? 0 : assignee
  return places.findIndex((place) => place.assignee === other && place.department === department)
}

const keyOf = ({ account, chat, later }: State) => JSON.stringify([account, chat & everywhere, later])
