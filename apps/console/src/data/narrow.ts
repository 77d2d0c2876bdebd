import { signal } from '@preact/signals'

const query = typeof matchMedia === 'undefined' ? null : matchMedia('(width < 760px)')

/** A phone's width: one pane at a time, the navigation at the bottom. The same limit stands in css/shell.css. */
export const narrow = signal(query?.matches ?? false)

/** A page may take the phone's whole height, as a thread does: the bars step back while this is true. */
export const bare = signal(false)

query?.addEventListener('change', (event) => {
  narrow.value = event.matches
})
