import { createParser, type ServerSent } from '@rolecall/protocol'

/** Reads a response to its end. `alive` is called for every chunk. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  hear: (event: ServerSent) => void,
  alive: () => void,
): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const parse = createParser(hear)
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    alive()
    parse(decoder.decode(value, { stream: true }))
  }
}
