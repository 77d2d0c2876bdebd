import { expect, test, vi } from 'vitest'
import { Hub, type Outbox, type Reader } from './hub.ts'
import type { OutboxRow } from './row.ts'
import { row } from './testing/row.ts'

const switches = (id: number) => row(id, { type: 'switches', online: true, widgetShown: true })

function setUp(rows: OutboxRow[] = []) {
  const outbox = {
    now: vi.fn(async () => rows.at(-1)?.id ?? 0),
    read: vi.fn(async (_: string, after: number, limit: number) => rows.filter(({ id }) => id > after).slice(0, limit)),
  } satisfies Outbox
  const heard: (number | string)[] = []
  const reader: Reader = {
    take: ({ row }) => void heard.push(row.id),
    lost: (id) => void heard.push(`lost ${id}`),
    beat: (id) => void heard.push(`beat ${id}`),
    end: () => void heard.push('end'),
  }
  const commit = (...ids: number[]) => {
    const fresh = ids.map(switches)
    rows.push(...fresh)
    return fresh
  }
  return { hub: new Hub(outbox), outbox, reader, heard, commit, rows }
}
const settle = () => new Promise((done) => setImmediate(done))

test('what follows directly is delivered at once, out of memory', async () => {
  const { hub, outbox, reader, heard, commit } = setUp()
  await hub.join('a', reader)
  hub.offer('a', commit(1, 2))
  hub.offer('a', commit(3))
  expect(heard).toEqual([1, 2, 3])
  expect(outbox.read).not.toHaveBeenCalled()
})

test('a gap is read from the outbox, without anybody waking it further', async () => {
  const { hub, reader, heard, commit } = setUp()
  await hub.join('a', reader)
  commit(1)
  hub.offer('a', commit(2))
  expect(heard).toEqual([])
  await settle()
  expect(heard).toEqual([1, 2])
})

test('a wake-up that comes while it reads is not forgotten', async () => {
  const { hub, outbox, reader, heard, commit } = setUp()
  await hub.join('a', reader)
  let answer: (rows: OutboxRow[]) => void = () => {}
  outbox.read.mockImplementationOnce(() => new Promise((done) => (answer = done)))
  hub.wake('a', 5)
  await settle()
  commit(1, 2)
  hub.wake('a', 2)
  hub.wake('a', 6)
  commit(3, 4, 5, 6)
  answer([])
  await settle()
  expect(heard).toEqual([1, 2, 3, 4, 5, 6])
})

test('a database that fails is asked again', async () => {
  const { hub, outbox, reader, heard, commit } = setUp()
  await hub.join('a', reader)
  commit(1)
  outbox.read.mockRejectedValueOnce(new Error('connection lost'))
  hub.wake('a', 1)
  await vi.waitUntil(() => heard.length > 0, { timeout: 2000 })
  expect(heard).toEqual([1])
})

test('whoever cannot be told where the account stands does not join', async () => {
  const { hub, outbox, reader } = setUp()
  outbox.now.mockRejectedValueOnce(new Error('connection lost'))
  await expect(hub.join('a', reader)).rejects.toThrow('connection lost')
  expect(await hub.join('a', reader)).toBe(0)
})

test('rows that are no longer kept, and a clock that was put back, are told as loss', async () => {
  const { hub, reader, heard, commit, rows } = setUp()
  await hub.join('a', reader)
  commit(8, 9)
  hub.wake('a', 9)
  await settle()
  expect(heard).toEqual(['lost 7', 8, 9])
  rows.splice(0, rows.length, switches(4))
  await hub.check()
  hub.offer('a', commit(5))
  await settle()
  expect(heard).toEqual(['lost 7', 8, 9, 'lost 4', 5])
})

test('what is delivered while the clock is asked for is delivered once, and nobody reads anew', async () => {
  const { hub, outbox, reader, heard, commit } = setUp()
  await hub.join('a', reader)
  hub.offer('a', commit(1, 2))
  let answer: (now: number) => void = () => {}
  outbox.now.mockImplementationOnce(() => new Promise((done) => (answer = done)))
  const checking = hub.check()
  hub.offer('a', commit(3, 4))
  answer(2)
  await checking
  hub.offer('a', commit(5))
  await settle()
  expect(heard).toEqual([1, 2, 3, 4, 5])
})

test('accounts do not hear each other; who left hears nothing; an end is for all', async () => {
  const { hub, reader, heard, commit } = setUp()
  const other = setUp()
  await hub.join('a', reader)
  await hub.join('b', other.reader)
  hub.offer('a', commit(1))
  expect([heard, other.heard]).toEqual([[1], []])
  hub.leave('a', reader)
  expect([hub.count('a'), hub.count('b')]).toEqual([0, 1])
  hub.offer('a', commit(2))
  hub.beat()
  hub.close()
  expect([heard, other.heard]).toEqual([[1], ['beat 0', 'end']])
})
