import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Hub, type Reader } from './hub.ts'
import type { Parcel } from './parcel.ts'
import type { OutboxRow } from './row.ts'
import { row } from './testing/row.ts'

const account = 'a'
const rowOf = (id: number) => row(id, { type: 'switches', online: true, widgetShown: true })

/** The committed rows, shared by both processes. Reads take as many turns of the loop as the test says. */
class Rows {
  readonly rows: OutboxRow[] = []
  delays: number[] = []
  readers = 0
  mostReaders = 0

  async now() {
    await this.#pause()
    return this.rows.length
  }

  async read(_: string, after: number, limit: number) {
    this.readers++
    this.mostReaders = Math.max(this.mostReaders, this.readers)
    await this.#pause()
    const found = this.rows.slice(after, after + limit)
    await this.#pause()
    this.readers--
    return found
  }

  async #pause() {
    for (let turns = this.delays.pop() ?? 0; turns > 0; turns--) await null
  }
}

class Listener implements Reader {
  from = -1
  readonly got: number[] = []
  take(parcel: Parcel) {
    this.got.push(parcel.row.id)
  }
  lost() {
    throw new Error('nothing was pruned in this test')
  }
  beat() {}
  end() {}
}

const process = fc.constantFrom(0, 1)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('commit' as const), process, count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('offer' as const), pick: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wake' as const), process, pick: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), process }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), process, pick: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const), turns: fc.integer({ min: 1, max: 4 }) }) },
)

// Two processes commit to one outbox. Offers arrive late and out of order; wake-ups late, doubled or never.
test('every listener gets every event after the one it joined at, once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60, size: 'max' }),
      fc.array(fc.nat(3), { maxLength: 60, size: 'max' }),
      async (steps, delays) => {
        const shared = [new Rows(), new Rows()]
        const rows = shared[0]!.rows
        const outboxes = shared.map((mine) => Object.assign(mine, { rows, delays: [...delays] }))
        const hubs = outboxes.map((outbox) => new Hub(outbox))
        const offers: { hub: Hub; rows: OutboxRow[] }[] = []
        const listeners: { hub: Hub; listener: Listener; joined: Promise<unknown>; end: number | null }[] = []

        for (const step of steps) {
          if (step.kind === 'commit') {
            const fresh = Array.from({ length: step.count }, () => {
              const row = rowOf(rows.length + 1)
              rows.push(row)
              return row
            })
            offers.push({ hub: hubs[step.process]!, rows: fresh })
          } else if (step.kind === 'offer' && offers.length > 0) {
            const [offer] = offers.splice(step.pick % offers.length, 1)
            offer!.hub.offer(account, offer!.rows)
          } else if (step.kind === 'wake' && rows.length > 0) {
            hubs[step.process]!.wake(account, (step.pick % rows.length) + 1)
          } else if (step.kind === 'join') {
            const listener = new Listener()
            const hub = hubs[step.process]!
            const joined = hub.join(account, listener).then((from) => {
              listener.from = from
            })
            listeners.push({ hub, listener, joined, end: null })
          } else if (step.kind === 'leave') {
            const open = listeners.filter((one) => one.end === null && one.listener.from >= 0)
            const one = open[step.pick % Math.max(open.length, 1)]
            if (!one) continue
            one.hub.leave(account, one.listener)
            one.end = one.listener.from + one.listener.got.length
          } else if (step.kind === 'turn') {
            for (let turns = step.turns; turns > 0; turns--) await null
          }
        }

        // Whatever wake-up was lost, a look at the clock finds it.
        await Promise.all(listeners.map((one) => one.joined))
        await Promise.all(hubs.map((hub) => hub.check()))
        await new Promise((done) => setTimeout(done))

        for (const { listener, end } of listeners) {
          const last = end ?? rows.length
          const expected = Array.from({ length: last - listener.from }, (_, index) => listener.from + 1 + index)
          expect(listener.got).toEqual(expected)
        }
        // A room that everybody left may still be reading when the next one opens.
        if (steps.some((one) => one.kind === 'leave')) return
        for (const outbox of outboxes) expect(outbox.mostReaders).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 1000 },
  )
})
