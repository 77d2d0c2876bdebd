import { signal } from '@preact/signals'
import { refusalOf } from '@rolecall/client'
import type { LiveEvent } from '@rolecall/protocol'
import { session } from '@rolecall/ui'
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

/** Opens the stream after the session's event and keeps it open until the returned function is called. */
export function openLive(): () => void {
  const stop = new AbortController()
  void listen(stop.signal)
  const watch = () => {
    if (!navigator.onLine) connection.value = 'offline'
    else if (connection.value === 'offline') connection.value = 'reconnecting'
  }
  addEventListener('online', watch)
  addEventListener('offline', watch)
  return () => {
    removeEventListener('online', watch)
    removeEventListener('offline', watch)
    stop.abort()
    connection.value = 'connecting'
  }
}

async function listen(signal: AbortSignal): Promise<void> {
  const after = session.value?.event ?? 0
  const onStatus = (status: 'live' | 'reconnecting') => {
    connection.value = status === 'reconnecting' && !navigator.onLine ? 'offline' : status
  }
  try {
    for await (const { id, event } of client.live({ after, signal, onStatus })) {
      for (const hear of [...hearers]) hear(event, id)
    }
  } catch (error) {
    // The server will not have this reader any more; who asks `session.me` next learns why.
    if (!refusalOf(error)) throw error
    for (const hear of [...hearers]) hear({ type: 'session' }, after)
  }
}
