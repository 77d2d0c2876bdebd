import type { Conversation, Message, Started, VisitorEvent, WidgetConfig } from '@rolecall/protocol'
import type { Send, Shown, ToPage, Who } from '../bridge.ts'
import { type Call, keyless, type Refused } from './call.ts'
import type { watch } from './live.ts'
import type { Memory, Unsent } from './memory.ts'
import { createOutbox } from './outbox.ts'
import { words } from './speech.ts'
import { type Line, lastSeq, mark, merge, unread } from './thread.ts'
import { seed } from './uuid.ts'

/** All that the screen shows. A change is a new value. */
export interface State {
  config: Shown
  lines: Line[]
  /** Highest seq that the visitor has seen. */
  seen: number
  closed: boolean
  /** loading: an earlier conversation is being fetched. broken: it could not be. */
  phase: 'fresh' | 'loading' | 'broken' | 'talking'
  live: boolean
  /** What just happened, in a line of its own: a message was left (we write to `email`), or (without) the chat is gone. */
  note: { email?: string } | null
  /** The last message was refused because there were too many. */
  slow: boolean
  /** What is being written. */
  draft: string
}

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

export type Chat = ReturnType<typeof createChat>

/** The conversation of this browser: what is shown of it, and all that can be done to it. */
export function createChat({ account, config, call, watch, memory, tell, context }: Parts) {
  const nothing = { lines: [], seen: 0, closed: false, phase: 'fresh', live: true, note: null, slow: false } as const
  let state: State = { ...nothing, lines: [], config, draft: memory.get().draft }
  let changed = () => {}
  let stop = () => {}

  const set = (change: Partial<State>) => {
    const before = unread(state.lines, state.seen)
    state = { ...state, ...change }
    const count = unread(state.lines, state.seen)
    if (count !== before) tell('unread', [count, words.unread.replace('{count}', `${count}`)])
    changed()
  }

  const outbox = createOutbox({
    memory,
    send: (unsent) => (memory.get().secret ? say(unsent) : start(unsent)),
    mark: (unsent, how) => set({ lines: mark(state.lines, unsent, how) }),
    refused(error) {
      const code = (error as { code?: string }).code
      if (memory.get().secret && keyless(error)) gone()
      if (code === 'NOT_NOW') {
        // Nobody is there (any more): what was written goes on in the form.
        if (!memory.get().secret) takeBack()
        online(false)
      }
      if (code === 'WIDGET_HIDDEN') tell('shown', false)
      set({ slow: code === 'TOO_MANY' })
    },
  })

  async function say({ id, body }: Unsent): Promise<void> {
    const secret = memory.get().secret as string
    take([await call<Message>('say', { id, body }, { secret, change: true })])
  }

  async function start(unsent: Unsent): Promise<void> {
    const { id, body } = unsent
    const { who } = context()
    try {
      await begin('start', { id, body, name: who.name || undefined, email: who.email || undefined })
    } catch (error) {
      const { code } = error as Refused
      // What the page says of its visitor is no reason not to send what the visitor says.
      if (code === 'INVALID_INPUT') return begin('start', { id, body })
      if (code !== 'CONFLICT') throw error
      // An earlier message did arrive, only its answer did not: the conversation is there.
      const secret = `rv_${account.replaceAll('-', '')}_${memory.get().seed}`
      began({ secret, conversation: await call<Conversation>('thread', undefined, { secret }) })
      await say(unsent)
    }
  }

  /** The offline form. `id` stays the same for as long as it is the same message. */
  async function leave(name: string, email: string, id: string): Promise<void> {
    await begin('offline', { id, body: state.draft.trim(), name, email })
    write('')
    set({ note: { email } })
  }

  async function begin(path: 'start' | 'offline', message: object): Promise<void> {
    const secret = memory.get().seed ?? seed()
    memory.set({ seed: secret })
    const input = { account, secret, page: context().page, ...message }
    began(await call<Started>(path, input, { change: true }))
  }

  function began({ secret, conversation }: Started): void {
    memory.set({ secret, seed: undefined })
    tell('kept', true)
    open(conversation)
  }

  /** Takes in the messages of the server, of which some may be known. */
  function take(messages: readonly Message[]): void {
    const known = new Set(state.lines.map((line) => line.id))
    set({ lines: merge(state.lines, messages), slow: false })
    outbox.known(messages.map(({ id }) => id))
    for (const { id, kind, author } of messages) {
      if (kind === 'message' && !known.has(id)) tell('message', author.kind === 'visitor' ? 'visitor' : 'team')
    }
  }

  function open({ messages, seenSeq, status, event }: Conversation, quiet = false): void {
    const secret = memory.get().secret as string
    set({ phase: 'talking', closed: status === 'closed', seen: Math.max(seenSeq, state.seen), live: true })
    if (quiet) {
      set({ lines: merge(state.lines, messages) })
      outbox.known(messages.map(({ id }) => id))
    } else take(messages)
    stop()
    stop = watch({ secret, after: event, hear, up: (live) => set({ live }), refused: gone })
  }

  function hear(event: VisitorEvent): void {
    if (event.type === 'message') {
      set({ closed: false })
      take([event.message])
    }
    if (event.type === 'closed') set({ closed: true })
    if (event.type === 'reopened') set({ closed: false })
    if (event.type === 'gone') gone()
    if (event.type === 'resync') void load()
    if (event.type === 'switches') {
      online(event.online)
      tell('shown', event.widgetShown)
    }
  }

  /** Fetches the conversation that this browser holds the key to, if any. */
  async function load(): Promise<void> {
    const { secret, unsent } = memory.get()
    // What a reload interrupted: it may have arrived, and then the server's list says so.
    for (const one of unsent) set({ lines: mark(state.lines, one, 'failed') })
    if (!secret) return
    if (state.phase !== 'talking') set({ phase: 'loading' })
    try {
      open(await call<Conversation>('thread', undefined, { secret }), true)
      tell('kept', true)
    } catch (error) {
      if (keyless(error)) gone()
      else set({ phase: 'broken' })
    }
  }

  function reset(): void {
    stop()
    stop = () => {}
    outbox.clear()
    memory.clear()
    tell('kept', false)
    set({ ...nothing, lines: [], draft: '' })
  }

  /** Begins anew, with what was not sent as a draft. */
  function takeBack(): void {
    const written = [...memory.get().unsent.map(({ body }) => body), state.draft]
    reset()
    write(written.filter(Boolean).join('\n'))
  }

  /** The chat was deleted, or the visitor with it. */
  function gone(): void {
    takeBack()
    set({ note: {} })
  }

  function write(draft: string): void {
    memory.set({ draft })
    set({ draft })
  }

  const online = (now: boolean) => set({ config: { ...state.config, online: now } })

  return {
    state: () => state,
    onChange: (listener: () => void) => void (changed = listener),
    load,
    leave,
    forget: reset,
    /** Another tab began or left a conversation. */
    async follow(): Promise<void> {
      stop()
      set({ ...nothing, lines: [] })
      await load()
    },
    write,
    send(): void {
      const body = state.draft.trim()
      if (!body) return
      set({ note: null, slow: false })
      write('')
      outbox.add(body)
    },
    again: outbox.again,
    /** The newest line is on the screen and somebody looks at it. */
    see(): void {
      const { secret } = memory.get()
      const seq = lastSeq(state.lines)
      if (!secret || seq <= state.seen || unread(state.lines, state.seen) === 0) return
      set({ seen: seq })
      call('seen', { seq }, { secret, change: true }).catch(() => {})
    },
    /** How things stand, for when there is no stream that would tell. */
    async ask(): Promise<void> {
      const now = await call<WidgetConfig>('config', { account })
      if (now.shown) set({ config: now })
      tell('shown', now.shown)
    },
  }
}
