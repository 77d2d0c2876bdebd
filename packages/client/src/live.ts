import { createParser, type LiveEvent, type Refusal, type ServerSent } from '@rolecall/protocol'
import { RefusedError } from './refusal.ts'

/** One event and its id: hand the id to `after` to go on behind it. */
export interface Live {
  id: number
  event: LiveEvent
}

export interface LiveOptions {
  /** Deliver what came after this event first, e.g. `session.event`. Without it: from now on. */
  after?: number
  /** Ends the iteration. */
  signal?: AbortSignal
  /** The newest event, told from time to time where there is none for this reader: go on after it. */
  onCursor?: (id: number) => void
  /** Whether events arrive at this moment. */
  onStatus?: (status: 'live' | 'reconnecting') => void
}

/** The server sends a heartbeat every 15 s; a stream that is silent for three of them is dead. */
const silenceMs = 45_000
const firstPauseMs = 500
const longestPauseMs = 15_000

/** One endless iteration over many connections. */
export async function* live(
  url: string,
  headers: () => Record<string, string>,
  { after, signal, onCursor, onStatus }: LiveOptions,
): AsyncGenerator<Live, void, void> {
  let at = after
  let pause = firstPauseMs
  while (!signal?.aborted) {
    try {
      const connection = connect(at === undefined ? url : `${url}?after=${at}`, headers(), signal)
      for await (const heard of connection) {
        pause = firstPauseMs
        onStatus?.('live')
        for (const { id, data } of heard) {
          if (data) yield { id: Number(id), event: JSON.parse(data) as LiveEvent }
          // Behind the yield: what was not taken in is asked for again.
          if (id) at = Number(id)
          if (id && !data) onCursor?.(Number(id))
        }
      }
    } catch (error) {
      if (error instanceof RefusedError) throw error
    }
    if (signal?.aborted) return
    onStatus?.('reconnecting')
    // Shortened at random, so that a restarted server is not met by everybody at once.
    await sleep(pause * (0.5 + Math.random() / 2), signal)
    pause = Math.min(pause * 2, longestPauseMs)
  }
}

/** One connection, as batches of what came together. Ends, or throws, when it breaks. */
async function* connect(url: string, headers: Record<string, string>, signal: AbortSignal | undefined) {
  const cut = new AbortController()
  const give = () => cut.abort()
  signal?.addEventListener('abort', give)
  let silence = setTimeout(give, silenceMs)
  try {
    const response = await fetch(url, { headers, cache: 'no-store', signal: cut.signal })
    if (!response.ok) await refuse(response)
    const batch: ServerSent[] = []
    const parse = createParser((event) => batch.push(event))
    const decoder = new TextDecoder()
    const reader = response.body?.getReader()
    for (;;) {
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return
      clearTimeout(silence)
      silence = setTimeout(give, silenceMs)
      parse(decoder.decode(chunk.value, { stream: true }))
      yield batch.splice(0)
    }
  } finally {
    clearTimeout(silence)
    signal?.removeEventListener('abort', give)
    cut.abort()
  }
}

/** 4xx is final, but for "too many" and "too slow"; anything else may pass. */
async function refuse(response: Response): Promise<never> {
  const { status } = response
  const refusal = (await response.json().catch(() => null)) as Refusal | null
  if (status >= 400 && status < 500 && status !== 429 && status !== 408) {
    throw new RefusedError(refusal ?? { code: 'INTERNAL', message: `The server answered ${status}.`, requestId: '' })
  }
  throw new Error(`The server answered ${status}.`)
}

const sleep = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((done) => {
    const go = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', go)
      done()
    }
    const timer = setTimeout(go, ms)
    signal?.addEventListener('abort', go)
  })
