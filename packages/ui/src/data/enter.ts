import { signal } from '@preact/signals'
import type { Session } from '@rolecall/protocol'
import { session } from '../session/session.ts'
import { own } from '../session/whose.ts'
import { anybody, api } from './api.ts'
import { type Failure, failureOf } from './failure.ts'
import { missed } from './live.ts'

/** Somebody who is signed in at this browser. */
export interface Who {
  name: string
  email: string
  account: string
}

/** Where the page stands: asking, nobody signed in, its member, somebody else than its member, or no answer. */
export const entry = signal<
  { at: 'asking' } | { at: 'door' } | { at: 'in' } | { at: 'other'; who: Who } | { at: 'stuck'; failure: Failure }
>({ at: 'asking' })

/** Asks the server who is signed in. Called at start, after signing in, and to try again. */
export async function enter(): Promise<void> {
  try {
    const now = await api.session.me.query()
    own(now.member.id)
    session.value = now
    const back = entry.peek().at === 'other'
    entry.value = { at: 'in' }
    // The page heard nothing while it waited.
    if (back) missed()
  } catch (error) {
    turnedAway(failureOf(error))
  }
}

/**
 * Goes on after somebody signed in on purpose. What the page held was of whoever it was made for: to somebody else, and
 * in another account, it opens anew, at `to`.
 */
export async function enterAs(to: string): Promise<boolean> {
  const { member } = await anybody.session.me.query()
  if (!own(member.id)) {
    location.assign(to)
    return false
  }
  await enter()
  return true
}

/** What a refusal of the question who I am means for the page. */
export function turnedAway(failure: Failure): void {
  const code = failure.refusal?.code
  if (code === 'NOT_SIGNED_IN') leave()
  else if (code === 'OTHER_MEMBER') void meet()
  else entry.value = { at: 'stuck', failure }
}

/** Somebody else is signed in here now: the page waits under a door that says who. */
export async function meet(): Promise<void> {
  try {
    const now = await anybody.session.me.query()
    if (own(now.member.id)) await enter()
    else entry.value = { at: 'other', who: whoOf(now) }
  } catch (error) {
    turnedAway(failureOf(error))
  }
}

/** null: nobody, or it cannot be known. */
export const whoIsHere = (): Promise<Who | null> => anybody.session.me.query().then(whoOf, () => null)

const whoOf = ({ member, account }: Session): Who => ({ name: member.name, email: member.email, account: account.name })

/** Back to the door: the session has ended, here or from elsewhere. */
export function leave(): void {
  session.value = null
  entry.value = { at: 'door' }
}
