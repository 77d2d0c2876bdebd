import { createContext, runInContext } from 'node:vm'
import type { WidgetConfig } from '@rolecall/protocol'

const origin = 'https://chat.example.com'
const config: WidgetConfig = {
  shown: true,
  name: 'Northwind',
  online: true,
  color: '#3a53cc',
  on: '#fff',
  greeting: 'Hello. What can we do for you?',
  team: [{ name: 'Ana' }, { name: 'Bartek' }],
}

export interface Asked {
  /** Every address, in the order in which it was asked for; `widget.js` itself is the first. */
  requests: string[]
  /** Bytes of the account's settings, as the server says them. */
  answer: string
}

/**
 * What a page asks for while nobody opens the chat: `widget.js` is run in a page that has no network, draws nothing, and
 * writes down every address that is asked of it. Timers ring at once, so what would be asked for later counts too.
 */
export async function askedByClosed(code: string): Promise<Asked> {
  const requests = [`${origin}/widget.js`]
  const answer = JSON.stringify({ result: { data: config } })
  const ask = (address: unknown) => void requests.push(String(address))
  const asking = (what: string) =>
    function made(address?: unknown) {
      ask(address ?? what)
    }
  const ring = (run: () => void) => {
    queueMicrotask(run)
    return 0
  }
  const page: Record<string, unknown> = {
    document: anything(ask, {
      currentScript: { src: requests[0], dataset: { account: '0199aaaa-0000-7000-8000-000000000001' } },
    }),
    location: { origin: 'https://shop.example', pathname: '/', href: 'https://shop.example/' },
    navigator: { languages: ['en'], sendBeacon: ask },
    localStorage: {},
    sessionStorage: {},
    visualViewport: anything(ask),
    CSSStyleSheet: class {
      replaceSync(css: string) {
        for (const [, address] of css.matchAll(/(?:url\(|@import\s)\s*["']?([^"')]+)/g)) ask(address)
      }
    },
    fetch: async (address: unknown) => {
      ask(address)
      return new Response(answer)
    },
    console,
    setTimeout: ring,
    setInterval: ring,
    requestAnimationFrame: ring,
    requestIdleCallback: ring,
    URL,
  }
  for (const what of ['Image', 'Audio', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker'])
    page[what] = asking(what)
  page['window'] = page['self'] = page['globalThis'] = page
  for (const [, address] of code.matchAll(/\bimport\s*\(\s*["'`]([^"'`]*)/g)) ask(address)
  runInContext(code, createContext(page))
  // The answer is read, and everything that follows from it.
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done))
  return { requests, answer }
}

/** Every element and every method of one, and whatever they return; `ask` is told of the addresses it is given. */
function anything(ask: (address: unknown) => void, known: Record<string, unknown> = {}): unknown {
  const loads = (name: unknown, value: unknown) => {
    if (/^(src|srcset|href|data|poster)$/.test(String(name))) ask(value)
  }
  return new Proxy(() => {}, {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return () => ''
      if (name === 'then') return undefined
      if (typeof name === 'string' && name in known) return known[name]
      return anything(ask)
    },
    set: (_, name, value) => {
      loads(name, value)
      known[String(name)] = value
      return true
    },
    apply: (_, __, [name, value]) => {
      loads(name, value)
      return anything(ask)
    },
  })
}
