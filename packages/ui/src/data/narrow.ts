import { type ReadonlySignal, signal } from '@preact/signals'

/** Whether a media query holds, as a signal. */
export function media(query: string): ReadonlySignal<boolean> {
  const list = typeof matchMedia === 'undefined' ? null : matchMedia(query)
  const holds = signal(list?.matches ?? false)
  list?.addEventListener('change', () => {
    holds.value = list.matches
  })
  return holds
}

/** A phone's width: one pane at a time, the navigation at the bottom. The same limit stands in css/shell.css. */
export const narrow = media('(width < 760px)')

/** A page may take the phone's whole height, as a thread does: the bars step back while this is true. */
export const bare = signal(false)
