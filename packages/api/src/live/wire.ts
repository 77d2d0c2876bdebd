import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Frame } from './frame.ts'

/** A reader that leaves this much unread is cut: one stalled phone must not hold the server's memory. */
export const unreadLimit = 1024 * 1024

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const

/** Server-sent events to one client. Holds the raw response and nothing else. */
export class Wire {
  readonly #response: ServerResponse
  readonly #chunked: boolean
  open: boolean

  constructor(response: ServerResponse, more: OutgoingHttpHeaders) {
    this.#response = response
    this.#chunked = response.req.httpVersion === '1.1'
    // The client may have gone while we asked who it is; 'close' was then emitted already.
    this.open = !response.destroyed
    if (!this.open) return
    response.writeHead(200, { ...more, ...headers })
    response.flushHeaders()
  }

  onClose(run: () => void): void {
    this.#response.on('close', () => {
      this.open = false
      run()
    })
  }

  /**
   * Straight to the socket where it is ours: a response would cork it, cut the bytes in three and send them after
   * everything else of this turn, so that an agent would read a message later than its visitor reads the answer.
   */
  write(frame: Frame): void {
    if (!this.open) return
    const { socket } = this.#response
    if (this.#chunked && socket) socket.write(frame.chunk)
    else this.#response.write(frame.text)
    if (this.#response.writableLength > unreadLimit) this.cut()
  }

  /** Resolves when what is unread is little enough to send more, or when the stream is over. */
  async room(): Promise<void> {
    const { socket } = this.#response
    if (!this.open || !socket?.writableNeedDrain) return
    await new Promise<void>((done) => {
      const go = () => {
        socket.off('drain', go).off('close', go)
        done()
      }
      socket.on('drain', go).on('close', go)
    })
  }

  /** Ends after what was written has been read. */
  end(): void {
    if (!this.open) return
    this.open = false
    this.#response.end()
  }

  /** Ends at once. */
  cut(): void {
    this.open = false
    this.#response.destroy()
  }
}
