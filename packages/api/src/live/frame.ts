import type { LiveEvent, VisitorEvent } from '@rolecall/protocol'

/** Bytes for many streams at once: `text` as the client reads it, `chunk` as HTTP/1.1 carries it. */
export interface Frame {
  readonly text: Buffer
  readonly chunk: Buffer
}

/** The chunk is made here, once, instead of by each of a thousand responses (RFC 9112, 7.1). */
export function frameOf(text: string): Frame {
  const head = `${Buffer.byteLength(text).toString(16)}\r\n`
  const chunk = Buffer.from(`${head}${text}\r\n`)
  return { chunk, text: chunk.subarray(head.length, -2) }
}

/** One server-sent event. `id` is what a client resumes after. */
export const eventFrame = (id: number, event: LiveEvent | VisitorEvent): Frame =>
  frameOf(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`)

/** For a visitor, who goes on after the messages that they see: the ids of events would tell how much the account does. */
export const visitorFrame = (event: VisitorEvent): Frame =>
  frameOf(`${event.type === 'message' ? `id: ${event.message.seq}\n` : ''}data: ${JSON.stringify(event)}\n\n`)

/** No event, but the id to resume after. */
export const idFrame = (id: number): Frame => frameOf(`id: ${id}\n\n`)

export const silence: Frame = frameOf(':\n\n')
