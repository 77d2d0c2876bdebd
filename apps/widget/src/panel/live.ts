import type { VisitorEvent } from '@rolecall/protocol'
import { authorization } from './call.ts'
import { readEvents } from './sse.ts'

interface Options {
  secret: string
  /** Resume after this event. */
  after: number
  hear(event: VisitorEvent): void
  /** The stream is up, or was lost and is being opened again. */
  up(live: boolean): void
  /** The key is not known (any more). */
  refused(): void
}

/** The server sends a heartbeat at least every 25 s; a stream that is silent for longer is dead, whatever it says. */
const silence = 45_000
/** A tab in the background holds its stream this long, then lets go of it until somebody looks. */
const patience = 60_000

/** Null where a page may not speak to others. */
function otherTabs(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('rolecall')
  } catch {
    return null
  }
}

/**
 * Follows the conversation until the returned function is called: over `fetch`, because an EventSource cannot send the
 * key in a header. Opens again with growing pauses (0.5 to 15 s, each shortened at random so that a restarted server is
 * not met by all at once) and at once when the browser says that it is online again. A browser has six connections to a
 * server for all its tabs: who opens a stream tells the others, and those that nobody sees let go of theirs.
 */
export function watch({ secret, after, hear, up, refused }: Options): () => void {
  let stopped = false
  let wait = 500
  let wake = () => {}
  let cut = new AbortController()
  const over = new AbortController()
  let idle: ReturnType<typeof setTimeout> | undefined
  let away: ReturnType<typeof setTimeout> | undefined
  const hidden = () => document.visibilityState === 'hidden'
  const others = otherTabs()
  others?.addEventListener('message', () => hidden() && cut.abort())

  const alive = () => {
    clearTimeout(idle)
    idle = setTimeout(() => cut.abort(), silence)
  }

  async function once(): Promise<void> {
    cut = new AbortController()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin, and takes none
    others?.postMessage(0)
    alive()
    const response = await fetch(`../visitor/live?after=${after}`, {
      headers: authorization(secret),
      credentials: 'omit',
      cache: 'no-store',
      signal: cut.signal,
    })
    if ([401, 404].includes(response.status)) {
      stopped = true
      return refused()
    }
    if (!response.ok || !response.body) return
    wait = 500
    up(true)
    const take = ({ id, data }: { id: string; data: string }) => {
      if (stopped) return
      if (data) hear(JSON.parse(data))
      // After it was taken in: what could not be is asked for again.
      if (/^\d+$/.test(id)) after = Number(id)
    }
    await readEvents(response.body, take, alive)
  }

  async function run(): Promise<void> {
    while (!stopped) {
      await once().catch(() => {})
      clearTimeout(idle)
      if (stopped) return
      if (!hidden()) up(false)
      await new Promise<void>((done) => {
        wake = done
        if (!hidden()) setTimeout(done, wait * (0.5 + Math.random() / 2))
      })
      wait = Math.min(wait * 2, 15_000)
    }
  }

  const look = () => {
    clearTimeout(away)
    if (hidden()) away = setTimeout(() => cut.abort(), patience)
    else wake()
  }
  const { signal } = over
  addEventListener('online', () => wake(), { signal })
  document.addEventListener('visibilitychange', look, { signal })
  void run()

  return () => {
    stopped = true
    others?.close()
    cut.abort()
    wake()
    clearTimeout(away)
    over.abort()
  }
}
