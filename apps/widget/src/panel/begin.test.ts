import { expect, test } from 'vitest'
import { createBegin } from './begin.ts'
import { type Call, Refused } from './call.ts'
import { createMemory } from './memory.ts'

const account = '7d0c6f1e-4a53-4b47-9d53-2f0f6d3a9b10'
const blocked = (): Storage => {
  throw new Error('no storage')
}
const conversation = { chatId: 'c', status: 'open', messages: [], seenSeq: 0, event: 1 }
const first = { id: 'm1', body: 'Hello' }

/** Answers one after the other; an Error is thrown. */
function setUp(...answers: unknown[]) {
  const memory = createMemory(account, blocked)
  const calls: { path: string; input: Record<string, unknown>; secret: string | undefined }[] = []
  const call: Call = async (path, input, options) => {
    calls.push({ path, input: input as Record<string, unknown>, secret: options?.secret })
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer as never
  }
  return {
    begin: createBegin({
      account,
      call,
      memory,
      context: () => ({ who: { department: 'Sales' }, page: 'https://shop.example/' }),
    }),
    memory,
    calls,
  }
}

test('what is sent is what the server reads, and the key is kept', async () => {
  const { begin, memory, calls } = setUp({ secret: 'rv_key', conversation })
  expect(await begin('start', first, { name: '', email: undefined })).toBe(conversation)
  const { secret, ...rest } = calls[0]?.input ?? {}
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(JSON.parse(JSON.stringify(rest))).toEqual({
    account,
    department: 'Sales',
    page: 'https://shop.example/',
    ...first,
  })
  expect(memory.get()).toMatchObject({ secret: 'rv_key', seed: undefined })
})

test('the random part of the key is the same for every try, and another for the next conversation', async () => {
  const { begin, calls } = setUp(
    new TypeError('lost'),
    { secret: 'rv_1', conversation },
    { secret: 'rv_2', conversation },
  )
  await expect(begin('start', first, {})).rejects.toThrow('lost')
  await begin('start', first, {})
  await begin('start', first, {})
  const [one, two, three] = calls.map(({ input }) => input['secret'])
  expect(one).toBe(two)
  expect(three).not.toBe(one)
})

test('a name or address that the page got wrong does not stop the message', async () => {
  const { begin, calls } = setUp(new Refused('INVALID_INPUT', 400), { secret: 'rv_1', conversation })
  await begin('start', first, { name: 'Maria', email: 'not an address' })
  expect(calls.map(({ input }) => input['email'])).toEqual(['not an address', undefined])
  // In the form the visitor can put it right.
  const form = setUp(new Refused('INVALID_INPUT', 400))
  await expect(form.begin('offline', first, { email: 'x' })).rejects.toThrow('INVALID_INPUT')
})

test('where an earlier message had arrived after all, this one follows it', async () => {
  const said = { id: 'm1', seq: 2 }
  const { begin, memory, calls } = setUp(new Refused('CONFLICT', 409), conversation, said)
  const found = await begin('start', first, {})
  const key = `rv_7d0c6f1e4a534b479d532f0f6d3a9b10_${calls[0]?.input['secret'] as string}`
  expect(calls.slice(1)).toMatchObject([
    { path: 'thread', secret: key },
    { path: 'say', secret: key, input: first },
  ])
  expect(found.messages).toEqual([said])
  expect(memory.get().secret).toBe(key)
})

test('words that were changed since their first try are a message of their own', async () => {
  const arrived = { ...conversation, messages: [{ id: 'm1', seq: 1, body: 'Helo' }] }
  const { begin, calls } = setUp(new Refused('CONFLICT', 409), arrived, { id: 'm2', seq: 2 })
  const found = await begin('offline', first, {})
  expect(calls[2]).toMatchObject({ path: 'say', input: { body: 'Hello' } })
  expect(calls[2]?.input['id']).not.toBe('m1')
  expect(found.messages.map(({ seq }) => seq)).toEqual([1, 2])
})

test('any other refusal is passed on, and the key stays unknown', async () => {
  const { begin, memory } = setUp(new Refused('NOT_NOW', 409))
  await expect(begin('start', first, {})).rejects.toThrow('NOT_NOW')
  expect(memory.get().secret).toBeUndefined()
})

test('a conversation that was forgotten before its answer came is not kept', async () => {
  const { begin, memory } = setUp({ secret: 'rv_1', conversation })
  const begun = begin('start', first, {})
  memory.clear()
  await expect(begun).rejects.toThrow('forgotten')
  expect(memory.get()).toEqual({ unsent: [], draft: '' })
})

test('another tab that was given the same conversation first is no reason to give it up', async () => {
  const { begin, memory } = setUp({ secret: 'rv_1', conversation })
  const begun = begin('start', first, {})
  memory.set({ secret: 'rv_1', seed: undefined })
  expect(await begun).toBe(conversation)
})

test('one half of what the page says that is refused does not take the other along', async () => {
  const fields = [{ path: 'email', message: 'is not an email address' }]
  const { begin, calls } = setUp(new Refused('INVALID_INPUT', 400, fields), { secret: 'rv_key', conversation })
  await begin('start', first, { name: 'Ana', email: 'nonsense' })
  expect(calls.map(({ input }) => [input['name'], input['email']])).toEqual([
    ['Ana', 'nonsense'],
    ['Ana', undefined],
  ])
})
