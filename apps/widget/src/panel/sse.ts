/** One event of a stream. `data` is empty for a heartbeat that only moves the id on. */
export interface Heard {
  id: string
  data: string
}

/**
 * Reads server-sent events as the HTML standard defines them, from any split into chunks: LF, CRLF and CR end lines, a
 * byte order mark is skipped, comments and unknown fields are ignored, `data` lines are joined, an id with a NUL is
 * refused. Unlike an EventSource it also reports events without data, whose id is worth keeping.
 */
export function createParser(hear: (event: Heard) => void): (chunk: string) => void {
  let rest = ''
  let first = true
  let id = ''
  let data: string[] = []
  let fresh = false

  const line = (text: string) => {
    if (!text) {
      if (data.length || fresh) hear({ id, data: data.join('\n') })
      data = []
      fresh = false
      return
    }
    const colon = text.indexOf(':')
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + (text[colon + 1] === ' ' ? 2 : 1))
    if (field === 'data') data.push(value)
    if (field === 'id' && !value.includes('\0')) {
      id = value
      fresh = true
    }
  }

  return (chunk) => {
    rest += first ? chunk.replace(/^\uFEFF/, '') : chunk
    if (rest) first = false
    // A CR at the end may be half of a CRLF: it waits for the next chunk.
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const text of lines) line(text)
  }
}

/** Reads a response to its end. `alive` is called for every chunk. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  hear: (event: Heard) => void,
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
