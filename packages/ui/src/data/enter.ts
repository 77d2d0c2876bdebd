import { signal } from '@preact/signals'
import { session } from '../session/session.ts'
import { api } from './api.ts'
import { type Failure, failureOf } from './failure.ts'

/** Where the console stands before its pages: asking, nobody signed in, a member, or no answer. */
export const entry = signal<{ at: 'asking' } | { at: 'door' } | { at: 'in' } | { at: 'stuck'; failure: Failure }>({
  at: 'asking',
})

/** Asks the server who is signed in. Called at start, after signing in, and to try again. */
export async function enter(): Promise<void> {
  try {
    session.value = await api.session.me.query()
    entry.value = { at: 'in' }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.refusal?.code === 'NOT_SIGNED_IN') leave()
    else entry.value = { at: 'stuck', failure }
  }
}

/** Back to the door: the session has ended, here or from elsewhere. */
export function leave(): void {
  session.value = null
  entry.value = { at: 'door' }
}
