// oxlint-disable unicorn/prefer-add-event-listener -- one listener each, and a dozen bytes less of three thousand
import type { Hear, Hello, Send, ToPage, ToPanel } from '../bridge.ts'

/** A list, since names of properties are not shortened. */
export type Frame = [element: HTMLIFrameElement, send: Send<ToPanel>]

/**
 * The panel, in a frame of the chat server's origin: the page cannot read what is written in it, nor the visitor's key.
 * `home` is where the installation begins, with a slash at its end. `hello` is asked anew each time the frame loads. All words go over a port that only the two ends hold.
 */
export function createFrame(
  box: HTMLElement,
  home: string,
  path: string,
  hello: () => Hello,
  hear: Hear<ToPage>,
): Frame {
  const element = document.createElement('iframe')
  let port: MessagePort | undefined
  element.onload = () => {
    const { port1, port2 } = new MessageChannel()
    port = port1
    port1.onmessage = ({ data: [name, value] }) => hear[name as 'kept'](value)
    element.contentWindow?.postMessage(hello(), home, [port2])
  }
  element.src = home + path
  box.append(element)
  return [element, (...word) => port?.postMessage(word)]
}
