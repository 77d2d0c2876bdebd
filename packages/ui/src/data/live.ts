import { signal } from '@preact/signals'
import { refusalOf } from '@rolecall/client'
import type { LiveEvent } from '@rolecall/protocol'
import { session } from '../session/session.ts'
import { client } from './api.ts'

/** `live`: events arrive. `reconnecting`: the stream broke, it is being opened again. `offline`: this device has no network. */
export const connection = signal<'connecting' | 'live' | 'reconnecting' | 'offline'>('connecting')

type Hear = (event: LiveEvent, id: number) => void
const hearers = new Set<Hear>()

/** Hears every event of the one live stream; returns the way to stop. Order is the server's; an event is delivered once. */
export function onLive(hear: Hear): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

let retryNow = () => {}

/** Tries again at once: somebody asked for it. */
export const reconnect = (): void => retryNow()

/** Opens the stream after the session's event and keeps it open until the returned function is called. */
export function openLive(): () => void {
  let at = session.value?.event ?? 0
  let stop = new AbortController()
  const open = () => {
    stop.abort()
    stop = new AbortController()
    void listen(at, stop.signal, (event, id) => {
      at = id
      tell(event, id)
    })
  }
  const offline = () => {
    connection.value = 'offline'
  }
  // Now, not after the rest of a pause: the network is back, or somebody looks at the page again.
  const online = () => {
    connection.value = 'reconnecting'
    open()
  }
  const seen = () => {
    if (document.visibilityState === 'visible' && connection.value === 'reconnecting') open()
  }
  addEventListener('online', online)
  addEventListener('offline', offline)
  document.addEventListener('visibilitychange', seen)
  retryNow = open
  open()
  return () => {
    document.removeEventListener('visibilitychange', seen)
    retryNow = () => {}
    removeEventListener('online', online)
    removeEventListener('offline', offline)
    stop.abort()
    connection.value = 'connecting'
  }
}

async function listen(after: number, signal: AbortSignal, hear: Hear): Promise<void> {
  const onStatus = (status: 'live' | 'reconnecting') => {
    if (!signal.aborted) connection.value = status === 'reconnecting' && !navigator.onLine ? 'offline' : status
  }
  try {
    for await (const { id, event } of client.live({ after, signal, onStatus })) {
      if (signal.aborted) return
      hear(event, id)
    }
  } catch (error) {
    // The server will not have this reader any more; who asks `session.me` next learns why.
    if (!refusalOf(error)) throw error
    if (!signal.aborted) hear({ type: 'session' }, after)
  }
}

function tell(event: LiveEvent, id: number): void {
  // Who joins while it is told hears from the next event on.
  for (const hear of Array.from(hearers)) hear(event, id)
}
