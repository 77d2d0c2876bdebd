import { effect, signal } from '@preact/signals'
import type { Session } from '@rolecall/protocol'
import { onLive, session } from '@rolecall/ui'
import { hear } from '../state/hear.ts'
import { type Rights, withRights } from '../state/rights.ts'
import { emptyInbox, type InboxState } from '../state/state.ts'
import { followDrafts, ownDrafts, putBack } from './drafts.ts'

/** What the inbox knows, kept while other pages are open, so that coming back shows it at once. */
export const inbox = signal<InboxState>(emptyInbox(''))

export function update(change: (state: InboxState) => InboxState): void {
  inbox.value = change(inbox.peek())
}

/** Hears the live stream, follows what the member may see, starts anew when another one signs in. Once per app. */
export function keepInbox(): () => void {
  const deaf = onLive((event) => update((state) => hear(state, event)))
  let was = rightsOf(session.peek())
  const stop = effect(() => {
    const is = rightsOf(session.value)
    const me = session.value?.member.id ?? ''
    if (me !== inbox.peek().me) {
      // The session ended, or somebody else signed in: their own words wait for whoever wrote them.
      for (const one of inbox.peek().sending) putBack(one)
      inbox.value = emptyInbox(me)
    } else if (JSON.stringify(is) !== JSON.stringify(was)) update((state) => withRights(state, was, is))
    was = is
    if (me) ownDrafts(me)
  })
  const alone = followDrafts()
  return () => {
    deaf()
    alone()
    stop()
  }
}

function rightsOf(of: Session | null): Rights {
  const held = new Set(of?.permissions)
  return {
    reads: held.has('inbox.view'),
    reach: JSON.stringify(of?.reach),
    contacts: held.has('contacts.view'),
    details: held.has('contacts.details'),
  }
}
