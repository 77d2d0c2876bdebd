import type { WidgetConfig } from '@rolecall/protocol'
import type { Hear, Hello, Send, ToPage, ToPanel } from '../bridge.ts'
import { call } from './call.ts'

interface Greeted {
  hello: Hello
  tell: Send<ToPage>
  listen(hear: Hear<ToPanel>): void
}

/**
 * Waits for the page to say hello and hand over the port. Only the window that holds our frame is heard, and only once.
 * Opened as a page of its own, the panel asks the server itself.
 */
export async function greet(account: string): Promise<Greeted> {
  if (window.parent === window) {
    const config = await call<WidgetConfig>('config', { account })
    if (!config.shown) return new Promise(() => {})
    return { hello: { rolecall: config, open: true, page: '', who: {}, forget: false }, tell() {}, listen() {} }
  }
  return new Promise((done) => {
    const first = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source !== window.parent || !data?.rolecall || !port) return
      removeEventListener('message', first)
      done({
        hello: data,
        tell: (...word) => port.postMessage(word),
        listen: (hear) => {
          port.onmessage = ({ data: [name, value] }) => hear[name as 'who'](value)
        },
      })
    }
    addEventListener('message', first)
  })
}
