import { createParser, type LiveEvent, type VisitorEvent } from '@rolecall/protocol'

export interface Listening<E> {
  status: number
  /** What was heard so far, in order. */
  heard: { id: number; event: E }[]
  /** Newest id told, also by heartbeats. */
  id(): number
  /** Resolves with the first event heard (from the beginning) that fits. @throws after `ms` */
  until(fits: (event: E) => boolean, ms?: number): Promise<{ id: number; event: E }>
  /** Resolves when the server ended the stream. */
  ended: Promise<void>
  close(): void
}

/** In ms, for tests that ask what comes and not how soon: a machine that runs all the others beside may be slow. */
const patience = 20_000

/** Opens a live stream, as headers say: `/live` or `/visitor/live`, with `?after=` where wanted. Resolves once it is up. */
export async function listen<E extends LiveEvent | VisitorEvent = LiveEvent>(
  address: string,
  headers: Record<string, string>,
): Promise<Listening<E>> {
  const cut = new AbortController()
  const heard: { id: number; event: E }[] = []
  let id = -1
  let stir = () => {}
  const response = await fetch(address, { headers, signal: cut.signal })
  const parse = createParser((sent) => {
    if (sent.id) id = Number(sent.id)
    if (sent.data) heard.push({ id, event: JSON.parse(sent.data) as E })
  })
  const read = async () => {
    const decoder = new TextDecoder()
    if (response.ok && response.body) {
      for await (const chunk of response.body) {
        parse(decoder.decode(chunk, { stream: true }))
        stir()
      }
    }
  }
  const ended = read().catch(() => {})
  const wait = async (done: () => boolean, ms: number, what: string) => {
    const late = Date.now() + ms
    while (!done()) {
      const left = late - Date.now()
      if (left <= 0) throw new Error(`${what} did not come within ${ms} ms; heard ${JSON.stringify(heard.slice(-5))}`)
      await new Promise<void>((next) => {
        const timer = setTimeout(next, left)
        stir = () => {
          clearTimeout(timer)
          next()
        }
      })
    }
  }
  if (response.ok) await wait(() => id >= 0, patience, 'the first id')
  return {
    status: response.status,
    heard,
    id: () => id,
    until: async (fits, ms = patience) => {
      await wait(() => heard.some(({ event }) => fits(event)), ms, 'the event')
      return heard.find(({ event }) => fits(event)) as { id: number; event: E }
    },
    ended,
    close: () => cut.abort(),
  }
}
