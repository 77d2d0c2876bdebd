import type { Message, VisitorEvent } from '@rolecall/protocol'
import { expect, test } from 'vitest'
import { type Call, Refused } from './call.ts'
import { createChat } from './chat.ts'
import { createMemory } from './memory.ts'

const account = '7d0c6f1e-4a53-4b47-9d53-2f0f6d3a9b10'
const config = {
  shown: true as const,
  name: 'Northwind',
  online: true,
  color: '#000000',
  on: '#fff',
  greeting: '',
  team: [],
}

const message = (seq: number, kind: 'visitor' | 'member', id = `m${seq}`): Message => ({
  id,
  chatId: 'c',
  seq,
  author: { kind, id: null, name: 'Ana' },
  kind: 'message',
  body: id,
  at: '2026-11-23T10:00:00.000Z',
})

const storage = (): Storage => ({ getItem: () => null, setItem() {}, removeItem() {} }) as never

/** A chat whose server answers from a table, and whose stream is in the test's hand. */
function setUp(answers: Record<string, (input: { id: string; body: string }) => unknown> = {}, secret?: string) {
  const memory = createMemory(account, storage)
  if (secret) memory.set({ secret })
  const calls: string[] = []
  const told: unknown[] = []
  const call: Call = async (path, input) => {
    calls.push(path)
    const answer = answers[path]?.(input as never)
    if (answer instanceof Error) throw answer
    return answer as never
  }
  const streams: { after: number; hear(event: VisitorEvent): void; up(live: boolean): void; stopped: boolean }[] = []
  const chat = createChat({
    account,
    config,
    call,
    memory,
    watch({ after, hear, up }) {
      const stream = { after, hear, up, stopped: false }
      streams.push(stream)
      return () => {
        stream.stopped = true
      }
    },
    tell: (...word) => told.push(word),
    context: () => ({ who: {}, page: '' }),
  })
  const write = (body: string) => {
    chat.write(body)
    chat.send()
  }
  return { chat, memory, calls, told, streams, write }
}

const settle = () => new Promise((done) => setTimeout(done))
const conversation = (...messages: Message[]) => ({ chatId: 'c', status: 'open', messages, seenSeq: 0, event: 7 })
const started = ({ id }: { id: string }) => ({ secret: 'rv_1', conversation: conversation(message(1, 'visitor', id)) })

test('the first message begins, the next ones say; the stream follows from where the answer stands', async () => {
  const { chat, calls, streams, write, told } = setUp({ start: started, say: ({ id }) => message(2, 'visitor', id) })
  write('  Hello  ')
  expect(chat.state()).toMatchObject({ draft: '', phase: 'fresh', lines: [{ body: 'Hello', state: 'sending' }] })
  write('   ')
  write('More')
  await settle()
  expect(calls).toEqual(['start', 'say'])
  expect(streams.map(({ after }) => after)).toEqual([7])
  expect(chat.state().lines.map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(told).toEqual([
    ['kept', true],
    ['kept', true],
    ['message', 'visitor'],
    ['kept', true],
    ['message', 'visitor'],
  ])
})

test('an answer counts as unread until somebody looks; one that is looked at never does', async () => {
  const { chat, told, streams, calls } = setUp({ thread: () => conversation(message(1, 'visitor')) }, 'rv_1')
  await chat.restore()
  told.length = 0
  streams[0]?.hear({ type: 'message', message: message(2, 'member') })
  chat.see()
  chat.onChange(chat.see)
  streams[0]?.hear({ type: 'message', message: message(3, 'member') })
  expect(told).toEqual([
    ['message', 'team'],
    ['unread', [1, '1 unread']],
    ['unread', [0, '0 unread']],
    ['message', 'team'],
  ])
  expect(calls).toEqual(['thread', 'seen', 'seen'])
})

test('what the server had before the reload is shown, not announced', async () => {
  const { chat, told } = setUp({ thread: () => conversation(message(1, 'visitor'), message(2, 'member')) }, 'rv_1')
  await chat.restore()
  expect(told).toEqual([
    ['unread', [1, '1 unread']],
    ['kept', true],
  ])
  expect(chat.state().phase).toBe('talking')
})

test('nobody there (any more): what was written goes back into the draft', async () => {
  const { chat, write } = setUp({ start: () => new Refused('NOT_NOW', 409) })
  write('Hello')
  write('More')
  await settle()
  expect(chat.state()).toMatchObject({ draft: 'Hello\nMore', lines: [], config: { online: false } })
})

test('a widget that was switched off tells the page; too many messages tell the visitor', async () => {
  const hidden = setUp({ start: () => new Refused('WIDGET_HIDDEN', 409) })
  hidden.write('Hello')
  await settle()
  expect(hidden.told.at(-1)).toEqual(['shown', false])
  const busy = setUp({ start: () => new Refused('TOO_MANY', 429) })
  busy.write('Hello')
  await settle()
  expect(busy.chat.state()).toMatchObject({ slow: true, lines: [{ state: 'failed' }] })
})

test('a chat that is gone, by the stream, by a call or on loading, leaves a fresh start and the unsent words', async () => {
  const unknown = () => new Refused('NOT_SIGNED_IN', 401)
  const byStream = setUp({ thread: () => conversation(message(1, 'member')) }, 'rv_1')
  await byStream.chat.restore()
  byStream.chat.write('half')
  byStream.streams[0]?.hear({ type: 'gone' })
  expect(byStream.chat.state()).toMatchObject({ phase: 'fresh', lines: [], note: 'gone', draft: 'half' })
  expect(byStream.streams[0]?.stopped).toBe(true)
  expect(byStream.memory.get()).toEqual({ draft: 'half', unsent: [] })

  const byCall = setUp({ thread: () => conversation(message(1, 'member')), say: unknown }, 'rv_1')
  await byCall.chat.restore()
  byCall.write('Hello?')
  await settle()
  expect(byCall.chat.state()).toMatchObject({ phase: 'fresh', note: 'gone', draft: 'Hello?' })

  const onLoading = setUp({ thread: unknown }, 'rv_1')
  await onLoading.chat.restore()
  expect(onLoading.chat.state()).toMatchObject({ phase: 'fresh', note: 'gone' })
  expect(onLoading.told).toEqual([['kept', false]])
})

test('a chat that is gone took the stream with it: how things stand is asked for', async () => {
  const away = { ...config, online: false }
  const { chat, calls, streams, told } = setUp({ thread: () => conversation(), config: () => away }, 'rv_1')
  await chat.restore()
  streams[0]?.hear({ type: 'gone' })
  await settle()
  expect(calls).toEqual(['thread', 'config'])
  expect(chat.state().config).toEqual(away)
  expect(told.at(-1)).toEqual(['shown', true])
})

test('a resync reads everything again and leaves what is being sent alone', async () => {
  let finish: (said: Message) => void = () => {}
  const { chat, streams, write } = setUp(
    {
      thread: () => conversation(message(1, 'visitor'), message(2, 'member')),
      say: () => new Promise((done) => void (finish = done)),
    },
    'rv_1',
  )
  await chat.restore()
  write('On its way')
  streams[0]?.hear({ type: 'resync' })
  await settle()
  expect(chat.state().lines.map(({ state }) => state)).toEqual(['sent', 'sent', 'sending'])
  expect(streams.map(({ stopped }) => stopped)).toEqual([true, false])
  finish(message(3, 'visitor', chat.state().lines[2]?.id ?? ''))
  await settle()
  expect(chat.state().lines.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
})

test('closed and reopened, away and back, lost and found', async () => {
  const { chat, streams, told } = setUp({ thread: () => conversation(message(1, 'visitor')) }, 'rv_1')
  await chat.restore()
  const hear = (event: VisitorEvent) => streams[0]?.hear(event)
  hear({ type: 'closed' })
  expect(chat.state().closed).toBe(true)
  hear({ type: 'reopened' })
  expect(chat.state().closed).toBe(false)
  hear({ type: 'switches', online: false, widgetShown: false })
  expect(chat.state().config.online).toBe(false)
  expect(told.at(-1)).toEqual(['shown', false])
  streams[0]?.up(false)
  expect(chat.state().live).toBe(false)
})

test('the form begins a chat, and says where the answer is found', async () => {
  const { chat } = setUp({ offline: started })
  chat.write('Hello')
  await chat.leave({ name: 'Maria', email: 'maria@example.com' }, 'm9')
  expect(chat.state()).toMatchObject({
    phase: 'talking',
    draft: '',
    note: 'thanks',
    lines: [{ id: 'm9' }],
  })
})

test('another tab: its conversation is followed, its leaving too; the settings are asked for', async () => {
  const { chat, memory, told } = setUp({
    thread: () => conversation(message(1, 'visitor')),
    config: () => ({ shown: false }),
  })
  memory.set({ secret: 'rv_of_the_other' })
  await chat.follow()
  expect(chat.state()).toMatchObject({ phase: 'talking', lines: [{ id: 'm1' }] })
  memory.clear()
  await chat.follow()
  expect(chat.state()).toMatchObject({ phase: 'fresh', lines: [] })
  await chat.ask()
  expect(told.at(-1)).toEqual(['shown', false])
})

test('a server in trouble on loading leaves the key, and another try helps', async () => {
  let up = false
  const { chat, memory } = setUp(
    { thread: () => (up ? conversation(message(1, 'visitor')) : new Refused('UNAVAILABLE', 503)) },
    'rv_1',
  )
  await chat.restore()
  expect(chat.state().phase).toBe('broken')
  expect(memory.get().secret).toBe('rv_1')
  up = true
  await chat.load()
  expect(chat.state().phase).toBe('talking')
})

test('what was asked for before the conversation was forgotten is not taken in after it', async () => {
  for (const answer of [conversation(message(1, 'member')), new Refused('NOT_SIGNED_IN', 401)]) {
    const { chat, told, streams } = setUp({ thread: () => answer }, 'rv_1')
    const restored = chat.restore()
    chat.forget()
    await restored
    expect(chat.state()).toMatchObject({ phase: 'fresh', lines: [], note: null })
    // What ends the cookie is loaded first.
    await expect
      .poll(() => told)
      .toEqual([
        ['kept', false],
        ['forgotten', null],
      ])
    expect(streams).toEqual([])
  }
})

const unsent = (id: string, minutes: number) => ({
  id,
  body: id,
  at: new Date(Date.now() - minutes * 60_000).toISOString(),
})

test('what a left page had not sent is sent, first and in its order; what is old waits for the visitor', async () => {
  const sent: string[] = []
  const say = ({ id }: { id: string }) => message(sent.push(id) + 1, 'visitor', id)
  const { chat, memory, calls, write } = setUp({ start: started, say })
  memory.set({ unsent: [unsent('old', 70), unsent('first', 2), unsent('second', 1)] })
  const restored = chat.restore()
  write('third')
  expect(chat.state().lines.map(({ body, state }) => [body, state])).toEqual([
    ['old', 'failed'],
    ['first', 'sending'],
    ['second', 'sending'],
    ['third', 'sending'],
  ])
  await restored
  await settle()
  expect(calls).toEqual(['start', 'say', 'say'])
  expect(chat.state().lines.map(({ body, state }) => [body, state])).toEqual([
    ['first', 'sent'],
    ['second', 'sent'],
    [sent[1], 'sent'],
    ['old', 'failed'],
  ])
  expect(memory.get().unsent.map(({ id }) => id)).toEqual(['old'])
})

test('what had arrived after all is shown once, whichever answer comes first', async () => {
  for (const slow of ['thread', 'say']) {
    const late = (path: string, answer: unknown) =>
      path === slow ? new Promise((done) => setTimeout(done, 5, answer)) : answer
    const { chat, memory } = setUp(
      {
        thread: () => late('thread', conversation(message(1, 'visitor'), message(2, 'visitor', 'm9'))),
        say: ({ id }) => late('say', message(2, 'visitor', id)),
      },
      'rv_1',
    )
    memory.set({ unsent: [unsent('m9', 1)] })
    await chat.restore()
    await new Promise((done) => setTimeout(done, 10))
    expect(chat.state().lines.map(({ id, state }) => [id, state])).toEqual([
      ['m1', 'sent'],
      ['m9', 'sent'],
    ])
    expect(memory.get().unsent).toEqual([])
  }
})
