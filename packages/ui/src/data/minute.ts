import { signal } from '@preact/signals'

/** Now (ms), set forward twice a minute: what shows an age reads it and stays true. */
export const minute = signal(Date.now())

setInterval(() => {
  minute.value = Date.now()
}, 30_000)
