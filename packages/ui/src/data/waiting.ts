import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { mayCall, session } from '../session/session.ts'
import { api } from './api.ts'
import { onLive } from './live.ts'

/** How many requests for access wait for somebody who manages the team; 0 for everybody else. */
export const waiting = signal(0)

/** Keeps the count true while the app is open. */
export function useWaiting(): void {
  const may = mayCall('access.waiting')
  const member = session.value?.member.id
  useEffect(() => {
    waiting.value = 0
    if (!may) return undefined
    // Whoever cannot read it now reads it with the next news.
    const read = () =>
      void api.access.waiting.query().then(
        ({ count }) => (waiting.value = count),
        () => {},
      )
    read()
    return onLive((event) => {
      if (event.type === 'resync' || (event.type === 'news' && event.kind === 'requests')) read()
    })
  }, [may, member])
}
