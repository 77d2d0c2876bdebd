import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Refused } from './call.ts'
import { createMemory, type Unsent } from './memory.ts'
import { createOutbox } from './outbox.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const nowhere = (): Storage => {
  throw new Error('no storage')
}

/** An outbox whose server does as it is told, message by message. */
function setUp(answer: (unsent: Unsent, attempt: number) => unknown) {
  const memory = createMemory('a', nowhere)
  const sent: string[] = []
  const marks: string[] = []
  const refused: unknown[] = []
  const outbox = createOutbox({
    memory,
    async send(unsent) {
      sent.push(unsent.body)
      const error = await answer(unsent, sent.filter((body) => body === unsent.body).length)
      if (error) throw error
    },
    mark: ({ body }, state) => void marks.push(`${body} ${state}`),
    refused: (error) => void refused.push(error),
  })
  return { outbox, memory, sent, marks, refused }
}

const down = new TypeError('Failed to fetch')

test('one after the other: none overtakes another, however long one takes', async () => {
  const { outbox, sent, memory } = setUp(
    ({ body }) => new Promise((done) => setTimeout(done, body === 'slow' ? 5000 : 0)),
  )
  outbox.add('slow')
  outbox.add('quick')
  await vi.advanceTimersByTimeAsync(4000)
  expect(sent).toEqual(['slow'])
  await vi.advanceTimersByTimeAsync(2000)
  expect(sent).toEqual(['slow', 'quick'])
  expect(memory.get().unsent).toEqual([])
})

test('what did not get through is tried twice more with the same id, then it is said', async () => {
  const ids = new Set<string>()
  const { outbox, sent, marks, memory, refused } = setUp(({ id }) => {
    ids.add(id)
    return down
  })
  outbox.add('a')
  await vi.runAllTimersAsync()
  expect(sent).toEqual(['a', 'a', 'a'])
  expect(ids.size).toBe(1)
  expect(marks).toEqual(['a sending', 'a failed'])
  expect(refused).toEqual([down])
  // Kept: a reload does not lose it, and it can be tried again.
  expect(memory.get().unsent.map(({ body }) => body)).toEqual(['a'])
})

test('a server in trouble is asked again, one that says no is not', async () => {
  const trouble = setUp((_, attempt) => attempt < 3 && new Refused('UNAVAILABLE', 503))
  trouble.outbox.add('a')
  await vi.runAllTimersAsync()
  expect(trouble.sent).toHaveLength(3)
  expect(trouble.memory.get().unsent).toEqual([])

  const no = setUp(() => new Refused('TOO_MANY', 429))
  no.outbox.add('a')
  await vi.runAllTimersAsync()
  expect(no.sent).toHaveLength(1)
  expect(no.refused).toMatchObject([{ code: 'TOO_MANY' }])
})

test('"Try again" sends the same message, once, and not while it is being sent', async () => {
  let up = false
  const { outbox, memory, sent } = setUp(() => !up && new Refused('TOO_MANY', 429))
  outbox.add('a')
  await vi.runAllTimersAsync()
  up = true
  const id = memory.get().unsent[0]?.id as string
  outbox.again(id)
  outbox.again(id)
  outbox.again('nobody')
  await vi.runAllTimersAsync()
  expect(sent).toEqual(['a', 'a'])
  expect(memory.get().unsent).toEqual([])
})

test('what the stream brought back is not sent again', async () => {
  const { outbox, sent, marks } = setUp(({ id }) => {
    outbox.known([id])
    return down
  })
  outbox.add('a')
  await vi.runAllTimersAsync()
  expect(sent).toEqual(['a'])
  expect(marks).toEqual(['a sending'])
})

test('after clearing, nothing of before is sent or marked; what comes next is', async () => {
  const { outbox, sent, marks, memory } = setUp(({ body }) => body === 'old' && down)
  outbox.add('old')
  await vi.advanceTimersByTimeAsync(100)
  outbox.clear()
  memory.clear()
  outbox.add('new')
  await vi.runAllTimersAsync()
  expect(sent).toEqual(['old', 'new'])
  expect(marks).toEqual(['old sending', 'new sending'])
})
