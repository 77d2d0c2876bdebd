// HTTP/1.1 gives a browser six connections to one server, for all its tabs: one stream for each tab, and the seventh tab
// gets no answer at all. So one tab holds the stream and the others hear it from that one. Who holds it is settled over
// the same channel, because locks are kept for pages with https.

/** What tabs of one browser speak over, such as a BroadcastChannel: everybody else hears what one says, in order. */
export interface Channel {
  postMessage(message: unknown): void
  close(): void
  addEventListener(type: 'message', hear: (message: { data: unknown }) => void): void
}

/** What the server's stream tells whoever holds it. */
export interface Told<Event> {
  hear(event: Event, id: number): void
  /** Nothing happened; all up to here was told. */
  beat(id: number): void
  /** Whether events arrive. */
  live(live: boolean): void
  /** The server will not have this reader (any more). */
  refused(): void
}

export interface Parts<Event> extends Told<Event> {
  /** Null where the browser has none: then each tab holds a stream of its own. */
  channel: Channel | null
  /** Unlike that of any other tab. */
  me: string
  /** Everything up to this event is known. */
  after: number
  /** Opens the stream behind an event; returns the way to close it. */
  open(after: number, to: Told<Event>): () => void
  /** 'always': counts whatever its id. 'anew': so too, and ids go on from its own, which may be an earlier one. */
  kind(event: Event): 'always' | 'anew' | undefined
  /** Whether this tab may hold the stream at this moment. */
  willing(): boolean
  /** Runs something in `ms`; returns the way not to. */
  later(run: () => void, ms: number): () => void
}

type Word<Event> = {
  from: string
} /** Who holds it? `at`: what the asker knows, where it is not hearing anybody yet. */ & (
  | { say: 'who'; at: number | null }
  /** I do, already; or from now on, and what I tell begins behind `at`. */
  | { say: 'here'; live: boolean }
  | { say: 'hold'; at: number }
  | { say: 'bye' }
  | { say: 'event'; id: number; event: Event }
  | { say: 'beat'; id: number }
  | { say: 'live'; live: boolean }
  | { say: 'refused' }
)

/** In ms: how long an answer from another tab may take, and how often one looks whether the holder is still there. */
const patience = 250
const round = 10_000

/** Hears the stream, or holds it for the others too. Nothing is told twice, and nothing is left out when it changes hands. */
export function oneStream<Event>(parts: Parts<Event>) {
  const { channel, me } = parts
  let at = parts.after
  /** What comes again up to here, from a stream that began earlier for another tab, is known. */
  let known = at
  /** How far the stream that we hold has come. */
  let sent = at
  let holder: string | null = null
  let live = false
  let close = () => {}
  let quiet = () => {}
  let over = false

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin, and takes none
  const post = (word: Record<string, unknown>) => channel?.postMessage({ from: me, ...word })

  const told: Told<Event> = {
    hear(event, id) {
      const kind = parts.kind(event)
      if (id <= known && !kind) return
      parts.hear(event, id)
      at = kind === 'anew' ? id : Math.max(at, id)
      if (kind === 'anew') known = id
    },
    beat(id) {
      at = Math.max(at, id)
      parts.beat(id)
    },
    live(now) {
      live = now
      parts.live(now)
    },
    refused: parts.refused,
  }

  function hold(from: number): void {
    close()
    quiet()
    holder = me
    known = at
    sent = from
    post({ say: 'hold', at: from })
    let mine = true
    const ours =
      <Words extends unknown[]>(run: (...words: Words) => void) =>
      (...words: Words) => {
        if (mine) run(...words)
      }
    const stop = parts.open(from, {
      hear: ours((event, id) => {
        // Told to the others once it was taken in here: what could not be is asked for again.
        told.hear(event, id)
        sent = id
        post({ say: 'event', id, event })
      }),
      beat: ours((id) => {
        sent = id
        post({ say: 'beat', id })
        told.beat(id)
      }),
      live: ours((now) => {
        post({ say: 'live', live: now })
        told.live(now)
      }),
      refused: ours(() => {
        post({ say: 'refused' })
        told.refused()
      }),
    })
    close = () => {
      mine = false
      stop()
    }
  }

  function follow(from: string): void {
    close()
    close = () => {}
    holder = from
    known = at
    quiet()
    quiet = parts.later(() => ask(null), round)
  }

  /** Asks who holds it, and does so itself where nobody answers. */
  function ask(known: number | null): void {
    if (over || holder === me) return
    if (!channel) return parts.willing() ? hold(at) : undefined
    post({ say: 'who', at: known })
    quiet()
    quiet = parts.later(() => {
      holder = null
      if (parts.willing()) hold(at)
    }, patience)
  }

  function listen(word: Word<Event>): void {
    switch (word.say) {
      case 'who':
        if (holder !== me) return
        // It knows less than we have told: from there once more, and everybody else leaves out what they know.
        if (word.at !== null && word.at < sent) return hold(word.at)
        return post({ say: 'here', live })
      case 'hold':
        // Two at once: the one with the smaller name, as all of them see it.
        if (holder === me && me < word.from) return post({ say: 'hold', at: sent })
        follow(word.from)
        if (word.at > at) ask(at)
        return
      case 'here':
        if (holder === me) return
        if (holder === word.from) {
          quiet()
          quiet = parts.later(() => ask(null), round)
        } else follow(word.from)
        return told.live(word.live)
      case 'bye':
        if (word.from === holder) {
          holder = null
          ask(at)
        }
        return
      default:
        if (word.from === holder) pass(word)
    }
  }

  function pass(word: Exclude<Word<Event>, { say: 'who' | 'hold' | 'here' | 'bye' }>): void {
    if (word.say === 'event') told.hear(word.event, word.id)
    else if (word.say === 'beat') told.beat(word.id)
    else if (word.say === 'live') told.live(word.live)
    else told.refused()
  }

  channel?.addEventListener('message', ({ data }) => {
    if (!over) listen(data as Word<Event>)
  })
  ask(at)

  return {
    /** Looks at once whether somebody holds it, as when this tab is seen again. */
    look: () => ask(holder === null ? at : null),
    /** Opens it anew where it is ours, as when the network is back. */
    again(): void {
      if (holder === me) hold(sent)
      else ask(holder === null ? at : null)
    },
    /** Lets go of it, for another tab that will have it. */
    yield(): void {
      if (holder !== me) return
      close()
      holder = null
      post({ say: 'bye' })
    },
    close(): void {
      over = true
      quiet()
      if (holder === me) post({ say: 'bye' })
      close()
      channel?.close()
    },
  }
}
