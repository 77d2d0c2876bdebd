import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Frame, frameOf } from './frame.ts'
import { Parcel } from './parcel.ts'
import { Stream } from './stream.ts'
import { row } from './testing/row.ts'
import type { Wire } from './wire.ts'

/** A wire that only remembers. */
function paper() {
  const written: string[] = []
  const wire = { open: true, write: ({ text }: Frame) => void written.push(String(text)) } as unknown as Wire
  const end = () => Object.assign(wire, { open: false })
  return { written, wire: Object.assign(wire, { end, cut: end }) }
}

/** Sees every event; those named in `slow` take as many turns of the loop. */
class Plain extends Stream {
  readonly slow: Map<number, number>
  constructor(wire: Wire, slow: Map<number, number> = new Map()) {
    super(wire)
    this.slow = slow
  }
  protected async enter() {}
  protected seeEarlier() {}
  protected see({ row }: Parcel): undefined | Promise<void> {
    const turns = this.slow.get(row.id)
    const write = () => this.wire.write(frameOf(`${row.id}`))
    if (turns === undefined) {
      write()
      return undefined
    }
    return wait(turns).then(write)
  }
}
const wait = async (turns: number) => {
  for (let left = turns; left > 0; left--) await null
}
const parcel = (id: number) => new Parcel(row(id, { type: 'switches', online: true, widgetShown: true }))
const settle = () => new Promise((done) => setImmediate(done))

test('events that wait behind a slow one keep their order, whatever comes in between', async () => {
  const slow = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(5)), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(slow, fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }), async (slow, gaps) => {
      const { written, wire } = paper()
      const stream = new Plain(wire, new Map(slow))
      for (const [index, gap] of gaps.entries()) {
        stream.take(parcel(index + 1))
        await wait(gap)
      }
      await settle()
      expect(written).toEqual(gaps.map((_, index) => `${index + 1}`))
    }),
    { numRuns: 300 },
  )
})

test('what is lost while it waits is told after what was under way, and nothing of it is sent', async () => {
  const { written, wire } = paper()
  const stream = new Plain(wire, new Map([[1, 5]]))
  stream.take(parcel(1))
  stream.take(parcel(2))
  stream.lost(7)
  stream.take(parcel(8))
  await settle()
  expect(written).toEqual(['1', 'id: 7\ndata: {"type":"resync"}\n\n', '8'])
})

test('a heartbeat names the id only when all up to it was sent', async () => {
  const { written, wire } = paper()
  const stream = new Plain(wire, new Map([[5, 3]]))
  stream.beat(4)
  stream.take(parcel(5))
  stream.beat(5)
  await settle()
  stream.beat(5)
  expect(written).toEqual([':\nid: 4\n\n', ':\n\n', '5', ':\nid: 5\n\n'])
})

test('ends when what it waits for fails, and when too much waits', async () => {
  const failing = paper()
  class Failing extends Plain {
    protected override see(): Promise<void> {
      return Promise.reject(new Error('the database is gone'))
    }
  }
  new Failing(failing.wire).take(parcel(1))
  await settle()
  expect(failing.wire.open).toBe(false)

  const stuck = paper()
  class Stuck extends Plain {
    protected override see(): Promise<void> {
      return new Promise(() => {})
    }
  }
  const stream = new Stuck(stuck.wire)
  for (let id = 1; id <= 5000; id++) stream.take(parcel(id))
  expect(stuck.wire.open).toBe(true)
  for (let id = 5001; id <= 5010; id++) stream.take(parcel(id))
  expect(stuck.wire.open).toBe(false)
})
