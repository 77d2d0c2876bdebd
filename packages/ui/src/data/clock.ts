import { signal } from '@preact/signals'

// What happened is dated by the server's clock, so ages are too: this device's may be minutes or hours off.

/** ms that this device's clock is ahead. */
let ahead = 0

/** Now (ms), by the server's clock as far as it is known. */
export const serverNow = (): number => Date.now() - ahead

/** Now (ms), set forward twice a minute: what shows an age reads it and stays true. */
export const minute = signal(serverNow())

setInterval(() => {
  minute.value = serverNow()
}, 30_000)

/** In ms: a Date header knows whole seconds, and an answer takes its time. */
const close = 3_000

/** Learns from the `Date` of an answer (RFC 9110) that was asked for at `asked`, by this device's clock. */
export function learnClock(date: string | null, asked: number): void {
  const there = Date.parse(date ?? '') + 500
  if (Number.isNaN(there)) return
  const found = (asked + Date.now()) / 2 - there
  if (Math.abs(found - ahead) < close) return
  ahead = found
  minute.value = serverNow()
}

/** `fetch`, and what it says of the time. */
export const timedFetch: typeof fetch = async (input, init) => {
  const asked = Date.now()
  const answer = await fetch(input, init)
  learnClock(answer.headers.get('date'), asked)
  return answer
}
