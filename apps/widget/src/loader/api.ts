export type Event = 'ready' | 'open' | 'close' | 'message' | 'unread' | 'hidden'
export type Emit = (event: Event, detail?: unknown) => void

/** Does what a page asks; false when the widget is not shown and so nothing happened. */
export type Serve = (command: string, args: unknown[]) => boolean

type Call = Iterable<unknown>
type Handler = (detail?: unknown) => void

declare global {
  interface Window {
    Rolecall?: ((...args: unknown[]) => unknown) & { q?: Call[]; loaded?: boolean }
  }
}

/**
 * `window.Rolecall(command, …)`. What was called before we loaded is in `Rolecall.q`; what is called before the account's
 * settings are known waits too, except `on` and `off`. A function as last argument is told whether the call took effect.
 */
export function createApi(): [emit: Emit, serve: (by: Serve) => void] {
  const handlers: [event: unknown, handler: Handler][] = []
  const waiting: Call[] = []
  let serve: Serve | undefined
  /** 'ready' or 'hidden' (`dy`, `dd`): these last, so who listens late is told at once. */
  let stands: Event | undefined

  // Later, so that neither an error nor a slow handler of the page is ours.
  const tell = (handler: unknown, detail?: unknown) => {
    if (typeof handler === 'function') setTimeout(handler as Handler, 0, detail)
  }

  const call = (line: Call): unknown => {
    const [command, ...args] = line as [string, ...unknown[]]
    const [event, handler] = args
    if (command === 'on') {
      handlers.push([event, handler as Handler])
      if (event === stands) tell(handler)
    } else if (command === 'off') {
      for (const one of handlers) if (one[0] === event && (!handler || one[1] === handler)) one[0] = 0
    } else if (serve) {
      const done = serve(command, args)
      tell(args.at(-1), done)
      return done
    } else waiting.push(line)
    return undefined
  }

  const early = window.Rolecall?.q ?? []
  window.Rolecall = Object.assign((...args: unknown[]) => call(args), { loaded: true })
  for (const line of early) call(line)

  return [
    (event, detail) => {
      if (/dy|dd/.test(event)) stands = event
      for (const [wanted, handler] of handlers) if (wanted === event) tell(handler, detail)
    },
    (by) => {
      serve = by
      for (const line of waiting) call(line)
    },
  ]
}
