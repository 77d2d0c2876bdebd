import { effect, signal } from '@preact/signals'
import { session } from '@rolecall/ui'
import { onLive } from '../../data/live.ts'
import { hear } from '../state/hear.ts'
import { emptyInbox, type InboxState } from '../state/state.ts'
import { ownDrafts } from './drafts.ts'

/** What the inbox knows, kept while other pages are open, so that coming back shows it at once. */
export const inbox = signal<InboxState>(emptyInbox(''))

export function update(change: (state: InboxState) => InboxState): void {
  inbox.value = change(inbox.peek())
}

/** Hears the live stream, and starts anew when another member signs in. Once per app; returns the way to stop. */
export function keepInbox(): () => void {
  const deaf = onLive((event) => update((state) => hear(state, event)))
  const stop = effect(() => {
    const me = session.value?.member.id ?? ''
    if (me !== inbox.peek().me) inbox.value = emptyInbox(me)
    if (me) ownDrafts(me)
  })
  return () => {
    deaf()
    stop()
  }
}
