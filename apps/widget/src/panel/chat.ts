import type { Conversation, Message, VisitorEvent, WidgetConfig } from '@rolecall/protocol'
import type { Send, Shown, ToPage, Who } from '../bridge.ts'
import { createBegin } from './begin.ts'
import { type Call, keyless } from './call.ts'
import type { Key } from './key.ts'
import type { watch } from './live.ts'
import type { Memory } from './memory.ts'
import { createOutbox } from './outbox.ts'
import { createStore, fresh, most } from './state.ts'
import { lastSeq, mark, merge, unread } from './thread.ts'

interface Parts {
  account: string
  config: Shown
  call: Call
  watch: typeof watch
  memory: Memory
  tell: Send<ToPage>
  /** Who the page says the visitor is, and where they are. */
  context(): { who: Who; page: string }
}

/** What was written longer ago than this, in ms, may not be what the visitor wants to say now: only they send it again. */
const current = 3_600_000

export type Chat = ReturnType<typeof createChat>

/** The conversation of this browser: what is shown of it, and all that can be done to it. */
export function createChat({ account, config, call, watch, memory, tell, context }: Parts) {
  const store = createStore(config, memory.get().draft, tell)
  const { get, set } = store
  const begin = createBegin({ account, call, memory, context })
  let kept: Key | undefined
  /** Most browsers give this frame a storage, and never load this. */
  const key = async () => {
    const { createKey } = await import('./key.ts')
    return (kept ??= createKey({ account, call, memory, tell }))
  }
  const own = async () => (memory.lasts ? memory.get().secret : (await key()).own())
  let stop = () => {}

  const outbox = createOutbox({
    memory,
    mark: (unsent, how) => set({ lines: mark(get().lines, unsent, how) }),
    async send({ id, body }) {
      const known = memory.get().secret
      const secret = await own()
      if (!secret) return open(await begin('start', { id, body }, context().who))
      take([await call<Message>('say', { id, body }, { secret, change: true })])
      if (!known) void load()
    },
    refused(error) {
      const { code } = error as { code?: string }
      if (memory.get().secret && keyless(error)) gone()
      if (code === 'NOT_NOW') {
        // Nobody is there (any more): what was written goes on in the form.
        takeBack()
        online(false)
      }
      if (code === 'WIDGET_HIDDEN') tell('shown', false)
      set({ slow: code === 'TOO_MANY' })
    },
  })

  /** Takes in the messages of the server, of which some may be known. */
  function take(messages: readonly Message[], quiet = false): void {
    const known = new Set(get().lines.map((line) => line.seq && line.id))
    for (const { id, kind, author } of messages) {
      if (quiet || kind !== 'message' || known.has(id)) continue
      tell('message', author.kind === 'visitor' ? 'visitor' : 'team')
    }
    set({ lines: merge(get().lines, messages), slow: false })
    outbox.known(messages.map(({ id }) => id))
  }

  function open({ messages, seenSeq, status, event }: Conversation): void {
    const secret = memory.get().secret as string
    // What an earlier page has told already is not told again.
    const quiet = get().phase === 'loading'
    set({ phase: 'talking', closed: status === 'closed', seen: Math.max(seenSeq, get().seen), live: true })
    take(messages, quiet)
    tell('kept', true)
    stop()
    stop = watch({ secret, after: event, hear, up: (live) => set({ live }), refused: gone })
  }

  function hear(event: VisitorEvent): void {
    if (event.type === 'message') {
      set({ closed: false })
      take([event.message])
    } else if (event.type === 'gone') gone()
    else if (event.type === 'resync') void load()
    else if (event.type === 'switches') {
      online(event.online)
      tell('shown', event.widgetShown)
    } else set({ closed: event.type === 'closed' })
  }

  /** Fetches the conversation that this browser holds the key to, if any. */
  async function load(): Promise<void> {
    let { secret } = memory.get()
    if (secret && get().phase !== 'talking') set({ phase: 'loading' })
    // Left or forgotten meanwhile: what comes back is of another conversation than the one that is shown.
    const stale = () => memory.get().secret !== secret
    try {
      secret = await own()
      if (!secret) return
      const conversation = await call<Conversation>('thread', undefined, { secret })
      if (!stale()) open(conversation)
    } catch (error) {
      if (stale()) return
      if (keyless(error)) gone()
      else set({ phase: 'broken' })
    }
  }

  function forget(): void {
    stop()
    outbox.clear()
    memory.clear()
    tell('kept', false)
    set({ ...fresh, draft: '' })
  }

  /** Begins anew, with what was not sent as a draft. */
  function takeBack(): void {
    const written = [...memory.get().unsent.map(({ body }) => body), get().draft]
    forget()
    write(written.filter(Boolean).join('\n'))
  }

  /** The chat was deleted, or the visitor with it. What the stream would have told from here on is asked for. */
  function gone(): void {
    takeBack()
    set({ note: 'gone' })
    ask().catch(() => {})
  }

  /** How things stand, for when there is no stream that would tell. */
  async function ask(): Promise<void> {
    const now = await call<WidgetConfig>('config', { account })
    if (now.shown) set({ config: now })
    tell('shown', now.shown)
  }

  function write(draft: string): void {
    memory.set({ draft })
    set({ draft })
  }

  const online = (now: boolean) => set({ config: { ...get().config, online: now } })

  return {
    state: get,
    onChange: store.onChange,
    load,
    forget() {
      key().then(
        (cookie) => cookie.forget(),
        () => {},
      )
      forget()
    },
    write,
    /** After a reload: what it interrupted may or may not have arrived, and is sent again unless that is long ago. */
    restore(): Promise<void> {
      for (const one of memory.get().unsent) {
        if (Date.now() - Date.parse(one.at) < current) outbox.again(one.id)
        else set({ lines: mark(get().lines, one, 'failed') })
      }
      return load()
    },
    /** Another tab began or left a conversation. */
    follow(): Promise<void> {
      stop()
      set(fresh)
      return load()
    },
    send(): void {
      const body = get().draft.trim()
      if (!body || body.length > most) return
      set({ note: null, slow: false })
      write('')
      // Before it is sent: should the page be left meanwhile, the next one has a reason to load the panel.
      tell('kept', true)
      outbox.add(body)
    },
    again: outbox.again,
    /** The offline form. `id` stays the same for as long as it is the same message. */
    async leave(who: { name: string; email: string }, id: string): Promise<void> {
      open(await begin('offline', { id, body: get().draft.trim() }, who))
      write('')
      set({ note: 'thanks' })
    },
    /** The newest line is on the screen and somebody looks at it. */
    see(): void {
      const { secret } = memory.get()
      const seq = lastSeq(get().lines)
      if (!secret || !unread(get().lines, get().seen)) return
      set({ seen: seq })
      call('seen', { seq }, { secret, change: true }).catch(() => {})
    },
    ask,
  }
}
