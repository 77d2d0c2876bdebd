import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, learnChat } from './chats.ts'
import { hear } from './hear.ts'
import { type AskedList, answerList, show } from './list.ts'
import { Model } from './model.ts'
import { settle, showAtOnce } from './optimistic.ts'
import { markRead, settleRead } from './read.ts'
import { rowsOf } from './select.ts'
import { again, discard, failed, send, sent } from './send.ts'
import { emptyInbox, type InboxState, type Query } from './state.ts'
import { answerEarlier, answerThread, failThread, hasEarlier, hasGap, open } from './thread.ts'

const me = 'me'
const page = 3

/** One client, one model server, and between them questions, answers and events that take as long as they like. */
class World {
  readonly server = new Model(me)
  state: InboxState = emptyInbox(me)
  opened: string | null = null
  /** Answers that the server has given and that have not arrived. */
  readonly #answers: (() => void)[] = []
  #delivered = 0
  #changes = 0
  readonly #written: string[] = []

  some(at: number): string | undefined {
    const ids = [...this.server.chats.keys()]
    return ids[at % Math.max(1, ids.length)]
  }

  deliver(count: number): void {
    const until = Math.min(this.server.log.length, this.#delivered + count)
    for (; this.#delivered < until; this.#delivered += 1) {
      const event = this.server.log[this.#delivered]
      if (event) this.state = hear(this.state, event)
    }
  }

  /** The stream broke off and could not resume: what was missed is never told. */
  breakOff(): void {
    this.#delivered = this.server.log.length
    this.state = hear(this.state, { type: 'resync' })
  }

  arrive(at: number): void {
    const [answer] = this.#answers.splice(at % Math.max(1, this.#answers.length), 1)
    answer?.()
  }

  #ask() {
    const { state, asked } = ask(this.state)
    this.state = state
    return asked
  }

  askList(cursor: string | null = null): void {
    const asked: AskedList = { ...this.#ask(), query: this.state.list.query, cursor }
    const answer = this.server.list(asked, page)
    this.#answers.push(() => {
      this.state = answerList(this.state, asked, answer)
    })
  }

  show(query: Query): void {
    this.state = show(this.state, query)
    this.askList()
  }

  open(chatId: string): void {
    this.opened = chatId
    this.state = open(this.state, chatId)
    this.askThread(chatId)
  }

  askThread(chatId: string): void {
    const asked = this.#ask()
    const answer = this.server.thread(chatId, page)
    this.#answers.push(() => {
      this.state = answer ? answerThread(this.state, asked, answer) : failThread(this.state, chatId, 'gone')
    })
  }

  askEarlier(): void {
    const chatId = this.opened
    const before = chatId && this.state.threads[chatId]?.messages[0]?.seq
    if (!chatId || !before) return
    const answer = this.server.thread(chatId, page, before)
    if (answer) this.#answers.push(() => void (this.state = answerEarlier(this.state, chatId, before, answer)))
  }

  /** `lost`: the server has it, the answer never comes. */
  send(chatId: string, lost: boolean): void {
    const id = `sent ${this.#written.length}`
    this.#written.push(id)
    this.state = send(this.state, { id, chatId, kind: 'message', body: id, at: '2026-01-01T00:00:00Z' })
    this.#put(chatId, id, lost)
  }

  #put(chatId: string, id: string, lost: boolean): void {
    const message = this.server.say(chatId, 'member', id)
    this.#answers.push(() => {
      this.state = message && !lost ? sent(this.state, message) : failed(this.state, id, 'No answer.', true)
    })
  }

  alter(chatId: string, change: Parameters<Model['alter']>[1]): void {
    this.#changes += 1
    const id = this.#changes
    const asked = this.#ask()
    this.state = showAtOnce(this.state, { id, chatId, change })
    const chat = this.server.alter(chatId, change)
    this.#answers.push(() => {
      if (chat) this.state = learnChat(this.state, asked, chat, null)
      this.state = settle(this.state, id)
    })
  }

  /** Of `left` messages fewer than there are: 0 is read, 1 is marked unread. The server takes it when it gets there. */
  read(chatId: string, left: number): void {
    const known = this.state.chats[chatId]
    if (!known) return
    const count = Math.max(0, known.chat.visitorCount - left)
    this.state = markRead(this.state, chatId, count)
    const mark = this.state.read[chatId]
    this.server.read.set(chatId, count)
    this.#answers.push(() => void (this.state = settleRead(this.state, chatId, mark, count)))
  }

  /** Everything arrives; then the client does what it does when it knows that it must ask again. */
  settle(): void {
    const arrivals = () => {
      this.deliver(Number.POSITIVE_INFINITY)
      while (this.#answers.length > 0) this.arrive(0)
    }
    arrivals()
    for (const { id, chatId } of this.state.sending) {
      if (this.server.chats.has(chatId)) {
        this.state = again(this.state, id)
        this.#put(chatId, id, false)
      } else this.state = discard(this.state, id)
    }
    arrivals()
    for (let round = 0; round < 3; round += 1) {
      if (this.state.list.stale) this.askList()
      const thread = this.opened ? this.state.threads[this.opened] : undefined
      if (this.opened && thread && thread.load !== 'gone' && (thread.stale || hasGap(thread)))
        this.askThread(this.opened)
      arrivals()
    }
  }
}

const queries: Query[] = (['mine', 'unassigned', 'all'] as const).flatMap((view) =>
  (['open', 'closed'] as const).flatMap((status) =>
    [null, 'care'].map((departmentId) => ({ view, status, search: '', departmentId })),
  ),
)
const care = { id: 'care', name: 'Care' }

type Step = (world: World, at: number) => void
const onSome =
  (run: (world: World, chatId: string, at: number) => void): Step =>
  (world, at) => {
    const chatId = world.some(at)
    if (chatId) run(world, chatId, at)
  }

const steps: Step[] = [
  (world) => void world.server.start(),
  onSome((world, id) => void world.server.say(id, 'visitor')),
  onSome((world, id) => void world.server.say(id, 'visitor')),
  onSome((world, id) => void world.server.say(id, 'note')),
  onSome((world, id, at) => void world.server.alter(id, { status: at % 2 ? 'open' : 'closed' })),
  onSome((world, id, at) => {
    const somebody = at % 3 === 0 ? null : { id: at % 3 === 1 ? me : 'other', name: 'Somebody' }
    world.server.alter(id, { assignee: somebody })
  }),
  onSome((world, id) => void world.server.alter(id, { seenSeq: world.server.chats.get(id)?.chat.lastSeq ?? 0 })),
  onSome((world, id, at) => world.server.rename(id, `Name ${at}`)),
  onSome((world, id) => world.server.remove(id)),
  (world, at) => world.deliver(at % 4),
  (world) => world.deliver(1),
  (world, at) => world.arrive(at),
  (world, at) => world.arrive(at),
  (world) => world.askList(),
  (world) => world.state.list.next && world.askList(world.state.list.next),
  (world, at) => world.show(queries[at % queries.length] ?? queries[0]!),
  onSome((world, id) => world.open(id)),
  (world) => world.opened && world.askThread(world.opened),
  (world) => world.askEarlier(),
  onSome((world, id, at) => world.send(id, at % 2 === 0)),
  onSome((world, id, at) => world.alter(id, { status: at % 2 ? 'open' : 'closed' })),
  onSome((world, id) => world.alter(id, { assignee: { id: me, name: 'Me' } })),
  onSome((world, id, at) => world.read(id, at % 2)),
  onSome((world, id, at) => void world.server.alter(id, { department: at % 2 ? care : null })),
  onSome((world, id) => world.alter(id, { department: care })),
  (world, at) => void (at % 5 === 0 && world.breakOff()),
]

const history = fc.array(fc.tuple(fc.nat({ max: steps.length - 1 }), fc.nat({ max: 97 })), {
  maxLength: 120,
  size: 'max',
})

/** Read, forgotten by an old list and told of anew; then the old answer says that it is unread. Found once in 50,000 runs. */
const readThenForgotten: [number, number][] = [
  [0, 0],
  [4, 0],
  [16, 0],
  [10, 0],
  [15, 8],
  [0, 0],
  [0, 0],
  [22, 0],
  [4, 57],
  [15, 0],
  [0, 0],
  [15, 2],
  [11, 87],
]

describe('any interleaving of answers and live events', () => {
  test('ends in what the server holds', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(history, (played) => {
        const world = new World()
        world.askList()
        for (const [step, at] of played) steps[step]?.(world, at)
        world.settle()
        const { state, server, opened } = world
        const wanted = server.rows(state.list.query)
        const shown = rowsOf(state)
        expect(state.counts).toEqual(server.counts(state.list.query))
        expect(shown.map(({ chat, unread }) => ({ ...chat, unread }))).toEqual(wanted.slice(0, shown.length))
        if (state.list.next === null) expect(shown).toHaveLength(wanted.length)
        else expect(shown.length).toBeGreaterThanOrEqual(Math.min(page, wanted.length))
        expect(state.sending).toEqual([])
        expect(state.optimistic).toEqual([])
        if (!opened) return
        const stored = server.chats.get(opened)
        const thread = state.threads[opened]
        if (!stored) {
          expect(thread?.load).toBe('gone')
          return
        }
        expect(thread?.load).toBe('ready')
        const held = thread?.messages ?? []
        expect(held).toEqual(stored.messages.slice(stored.messages.length - held.length))
        expect(held.length).toBeGreaterThanOrEqual(Math.min(page, stored.messages.length))
        expect(thread && hasEarlier(thread)).toBe(held.length < stored.messages.length)
      }),
      { numRuns: 3_000, examples: [[readThenForgotten]] },
    )
  })

  test('never shows a message twice, nor a sent one that is also being sent', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(history, (played) => {
        const world = new World()
        world.askList()
        for (const [step, at] of played) {
          steps[step]?.(world, at)
          const { threads, sending } = world.state
          const ids = [
            ...Object.values(threads).flatMap((thread) => thread.messages.map((message) => message.id)),
            ...sending.map((one) => one.id),
          ]
          expect(new Set(ids).size).toBe(ids.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
