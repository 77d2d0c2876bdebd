import { beforeEach, expect, test, vi } from 'vitest'
import { createApi } from './api.ts'

type Rolecall = NonNullable<Window['Rolecall']>
const page = {} as { Rolecall?: Rolecall }
const rolecall = (...args: unknown[]) => page.Rolecall?.(...args)
const soon = () => new Promise((done) => setTimeout(done, 5))

beforeEach(() => {
  delete page.Rolecall
  vi.stubGlobal('window', page)
})

/** As the snippet in the README has it. */
function stub() {
  const queue: unknown[] = []
  page.Rolecall = Object.assign(
    // biome-ignore lint/complexity/useArrowFunction: the snippet hands over `arguments`, which is not an array.
    function () {
      // biome-ignore lint/complexity/noArguments: see above.
      queue.push(arguments)
    },
    { q: queue as Iterable<unknown>[] },
  ) as Rolecall
}

test('what was called before is done in its order, once somebody can', async () => {
  stub()
  rolecall('open')
  rolecall('identify', 'Maria', 'maria@example.com')
  const [, serve] = createApi()
  rolecall('close')
  const done: unknown[] = []
  serve((command, args) => done.push([command, ...args]) > 0)
  expect(done).toEqual([['open'], ['identify', 'Maria', 'maria@example.com'], ['close']])
  rolecall('toggle')
  expect(done.at(-1)).toEqual(['toggle'])
})

test('a function as last argument is told whether it took effect; so is the caller', async () => {
  const [, serve] = createApi()
  const told = vi.fn()
  rolecall('open', told)
  serve(() => false)
  expect(rolecall('show', told)).toBe(false)
  await soon()
  expect(told.mock.calls).toEqual([[false], [false]])
})

test('on and off work before anything is known; who comes late to a lasting state is told at once', async () => {
  stub()
  const early = vi.fn()
  const gone = vi.fn()
  rolecall('on', 'ready', early)
  rolecall('on', 'ready', gone)
  rolecall('off', 'ready', gone)
  const [emit] = createApi()
  emit('ready')
  const late = vi.fn()
  rolecall('on', 'ready', late)
  await soon()
  expect([early, late, gone].map((one) => one.mock.calls.length)).toEqual([1, 1, 0])

  emit('hidden')
  const ready = vi.fn()
  rolecall('on', 'ready', ready)
  rolecall('on', 'hidden', late)
  await soon()
  expect(ready).not.toHaveBeenCalled()
  expect(late).toHaveBeenCalledTimes(2)
})

test('off without a handler removes all of an event, and of no other', async () => {
  const [emit] = createApi()
  const [open, close] = [vi.fn(), vi.fn()]
  rolecall('on', 'open', open)
  rolecall('on', 'close', close)
  rolecall('off', 'open')
  emit('open')
  emit('close')
  await soon()
  expect(open).not.toHaveBeenCalled()
  expect(close).toHaveBeenCalledOnce()
})

test('what is no function is not called, and what an event carries arrives', async () => {
  const [emit] = createApi()
  const unread = vi.fn()
  rolecall('on', 'unread', 'alert(1)')
  rolecall('on', 'unread', unread)
  rolecall('on')
  emit('unread', 3)
  await soon()
  expect(unread).toHaveBeenCalledWith(3)
})
