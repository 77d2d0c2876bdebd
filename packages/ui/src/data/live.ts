import { signal } from '@preact/signals'
import { refusalOf } from '@rolecall/client'
import { type LiveEvent, oneStream, type Told } from '@rolecall/protocol'
import { session } from '../session/session.ts'
import { client, looking } from './api.ts'
import { uuid } from './uuid.ts'

/** `live`: events arrive. `reconnecting`: the stream broke, it is being opened again. `offline`: this device has no network. */
export const connection = signal<'connecting' | 'live' | 'reconnecting' | 'offline'>('connecting')

type Hear = (event: LiveEvent, id: number) => void
const hearers = new Set<Hear>()

/** Hears every event of the one live stream of this browser; returns the way to stop. Order is the server's; an event is delivered once. */
export function onLive(hear: Hear): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

let retryNow = () => {}

/** Tries again at once: somebody asked for it. */
export const reconnect = (): void => retryNow()

/** Says that something may have happened meanwhile: whoever hears reads anew. */
export const missed = (): void => tell({ type: 'resync' }, session.value?.event ?? 0)

/** Hears the stream after the session's event, through whichever tab holds it, until the returned function is called. */
export function openLive(): () => void {
  const { member, event = 0 } = session.value ?? {}
  const stream = oneStream<LiveEvent>({
    // Each member, and each role that is looked through, has a stream of its own.
    channel: channelOf(`rolecall-live:${member?.id}:${looking?.id ?? ''}`),
    me: uuid(),
    after: event,
    open: listen,
    kind: ({ type }) => (type === 'resync' ? 'anew' : type === 'session' ? 'always' : undefined),
    willing: () => true,
    later(run, ms) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    hear: tell,
    beat() {},
    live(now) {
      connection.value = now ? 'live' : navigator.onLine ? 'reconnecting' : 'offline'
    },
    // The server will not have this reader any more; who asks `session.me` next learns why.
    refused: () => tell({ type: 'session' }, event),
  })
  const offline = () => {
    connection.value = 'offline'
  }
  // Now, not after the rest of a pause: the network is back, or somebody looks at the page again.
  const online = () => {
    connection.value = 'reconnecting'
    stream.again()
  }
  const seen = () => {
    if (document.visibilityState !== 'visible') return
    if (connection.value === 'reconnecting') stream.again()
    else stream.look()
  }
  const shown = ({ persisted }: PageTransitionEvent) => persisted && stream.look()
  const stopped = [
    on('online', online),
    on('offline', offline),
    // Another tab takes over at once.
    on('pagehide', stream.yield),
    on('pageshow', shown as (event: Event) => void),
  ]
  document.addEventListener('visibilitychange', seen)
  retryNow = stream.again
  return () => {
    document.removeEventListener('visibilitychange', seen)
    for (const stop of stopped) stop()
    retryNow = () => {}
    stream.close()
    connection.value = 'connecting'
  }
}

function listen(after: number, { hear, beat, live, refused }: Told<LiveEvent>): () => void {
  const stop = new AbortController()
  const { signal } = stop
  void (async () => {
    try {
      const onStatus = (status: 'live' | 'reconnecting') => live(status === 'live')
      for await (const { id, event } of client.live({ after, signal, onStatus, onCursor: beat })) hear(event, id)
    } catch (error) {
      if (!refusalOf(error)) throw error
      refused()
    }
  })()
  return () => stop.abort()
}

const on = (name: string, run: (event: Event) => void) => {
  addEventListener(name, run)
  return () => removeEventListener(name, run)
}

/** Browsers without one hold a stream in each tab. */
const channelOf = (name: string) => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name))

function tell(event: LiveEvent, id: number): void {
  // Who joins while it is told hears from the next event on.
  for (const hear of Array.from(hearers)) hear(event, id)
}
