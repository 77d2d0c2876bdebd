import type { Hear, Hello, Send, ToPage, ToPanel } from '../bridge.ts'

interface Greeted {
  hello: Hello
  tell: Send<ToPage>
  listen(hear: Hear<ToPanel>): void
}

/** Waits for the page to say hello and hand over the port. Only the window that holds our frame is heard, and only once. */
export const greet = (): Promise<Greeted> =>
  new Promise((done) => {
    const first = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source !== window.parent || !data?.rolecall || !port) return
      removeEventListener('message', first)
      done({
        hello: data,
        tell: (...word) => port.postMessage(word),
        listen(hear) {
          // Not a listener: this also opens the port.
          // oxlint-disable-next-line unicorn/prefer-add-event-listener
          port.onmessage = ({ data: [name, value] }) => hear[name as 'who'](value)
        },
      })
    }
    addEventListener('message', first)
  })
