import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Channel, oneStream, type Told } from './one-stream.ts'

// A browser's tabs in a clock of our own: what is said between them takes a while, tabs come, go, hang and die.

interface Happened {
  id: number
}

function browser() {
  let now = 0
  const due: { at: number; run: () => void }[] = []
  const later = (run: () => void, ms: number) => {
    const one = { at: now + ms, run }
    due.push(one)
    return () => {
      if (due.includes(one)) due.splice(due.indexOf(one), 1)
    }
  }
  const pass = (ms: number) => {
    const end = now + ms
    for (;;) {
      const next = due.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0]
      if (!next) break
      due.splice(due.indexOf(next), 1)
      now = Math.max(now, next.at)
      next.run()
    }
    now = end
  }

  const ears = new Set<(message: { data: unknown }) => void>()
  const channel = (): Channel => {
    let ear: (message: { data: unknown }) => void = () => {}
    return {
      postMessage: (data) => {
        for (const other of ears)
          if (other !== ear) later(() => ears.has(other) && other({ data: structuredClone(data) }), 2)
      },
      close: () => ears.delete(ear),
      addEventListener: (_, hear) => ears.add((ear = hear)),
    }
  }

  // The server: every event has an id, and a stream tells what came after its own.
  let newest = 0
  const streams = new Set<{ after: number; to: Told<Happened> }>()
  const open = (after: number, to: Told<Happened>) => {
    const stream = { after, to }
    streams.add(stream)
    later(() => {
      if (streams.has(stream)) to.live(true)
      while (streams.has(stream) && stream.after < newest) to.hear({ id: ++stream.after }, stream.after)
    }, 5)
    return () => streams.delete(stream)
  }
  const happen = () => {
    newest++
    for (const stream of [...streams])
      if (stream.after === newest - 1) stream.to.hear({ id: newest }, (stream.after = newest))
  }

  let names = 0
  const tab = (given: { hidden?: boolean; name?: string } = {}) => {
    const after = newest
    const heard: number[] = []
    const state = { hidden: given.hidden ?? false, live: false }
    const own = new Set<{ after: number; to: Told<Happened> }>()
    const stream = oneStream<Happened>({
      channel: channel(),
      me: given.name ?? `${(names += 7) % 10}-${names}`,
      after,
      open: (from, to) => {
        const close = open(from, to)
        const mine = [...streams].at(-1)
        if (mine) own.add(mine)
        return close
      },
      kind: () => undefined,
      willing: () => !state.hidden,
      later,
      hear: (_, id) => heard.push(id),
      beat() {},
      live: (live) => {
        state.live = live
      },
      refused() {},
    })
    return { after, heard, state, stream, holds: () => [...own].some((one) => streams.has(one)) }
  }
  return { pass, tab, happen, streams, newest: () => newest }
}

const dense = (after: number, newest: number) => Array.from({ length: newest - after }, (_, n) => after + 1 + n)

test('eight tabs that open at once hold one stream, and all of them hear all of it, once', () => {
  const { pass, tab, happen, streams, newest } = browser()
  const tabs = Array.from({ length: 8 }, () => tab())
  for (let n = 0; n < 50; n++) {
    happen()
    pass(20)
  }
  pass(1000)
  expect(streams.size).toBe(1)
  for (const { after, heard, state } of tabs) {
    expect(heard).toEqual(dense(after, newest()))
    expect(state.live).toBe(true)
  }
})

test('a tab that knows less than was told hears the rest, and the others hear nothing twice', () => {
  const { pass, tab, happen, newest } = browser()
  const first = tab()
  pass(500)
  const late = tab()
  happen()
  pass(1)
  happen()
  pass(500)
  expect([first.heard, late.heard]).toEqual([dense(0, newest()), dense(0, newest())])
})

test('where the holder is closed another takes over at once; where it dies, within seconds', () => {
  const { pass, tab, happen, streams, newest } = browser()
  const tabs = [tab(), tab(), tab()]
  pass(500)
  const leaves = tabs.find(({ holds }) => holds())
  happen()
  leaves?.stream.close()
  happen()
  pass(600)
  happen()
  pass(10)
  const left = tabs.filter((one) => one !== leaves)
  for (const { heard } of left) expect(heard).toEqual(dense(0, newest()))
  // Dead: it says nothing, and its stream is cut.
  streams.clear()
  for (const { stream } of left.filter(({ holds }) => holds())) stream.close()
  happen()
  pass(12_000)
  for (const { heard } of left.filter(({ holds }) => holds())) expect(heard).toEqual(dense(0, newest()))
})

test('nobody holds it who would not: hidden tabs let go, and have it again when they are seen', () => {
  const { pass, tab, happen, streams, newest } = browser()
  const tabs = [tab(), tab()]
  pass(500)
  for (const { state } of tabs) state.hidden = true
  for (const { stream } of tabs) stream.yield()
  pass(20_000)
  expect(streams.size).toBe(0)
  happen()
  for (const one of tabs) {
    one.state.hidden = false
    one.stream.look()
  }
  pass(1000)
  expect(streams.size).toBe(1)
  for (const { heard } of tabs) expect(heard).toEqual(dense(0, newest()))
})

test('without a channel each tab holds its own', () => {
  const heard: number[] = []
  const opened: number[] = []
  oneStream<Happened>({
    channel: null,
    me: 'a',
    after: 3,
    open: (after, to) => {
      opened.push(after)
      to.hear({ id: 4 }, 4)
      return () => {}
    },
    kind: () => undefined,
    willing: () => true,
    later: () => () => {},
    hear: (_, id) => heard.push(id),
    beat() {},
    live() {},
    refused() {},
  })
  expect([opened, heard]).toEqual([[3], [4]])
})

test('whatever tabs do and when, each hears each event once and in order, and one stream is left', () => {
  const act = fc.record({
    what: fc.constantFrom('happen', 'happen', 'happen', 'open', 'close', 'look', 'again', 'yield'),
    who: fc.nat(7),
    ms: fc.constantFrom(0, 1, 3, 7, 100, 260, 11_000),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const { pass, tab, happen, streams, newest } = browser()
      const tabs = [tab()]
      for (const { what, who, ms } of acts) {
        const one = tabs[who % tabs.length]
        if (what === 'happen') happen()
        else if (what === 'open') {
          if (tabs.length < 8) tabs.push(tab())
        } else if (what === 'close') {
          if (tabs.length > 1 && one) tabs.splice(tabs.indexOf(one), 1)[0]?.stream.close()
        } else one?.stream[what]()
        pass(ms)
      }
      // Who let go of it without another at hand has it again when somebody looks.
      tabs[0]?.stream.look()
      pass(25_000)
      happen()
      pass(1000)
      for (const { after, heard } of tabs) expect(heard).toEqual(dense(after, newest()))
      expect(streams.size).toBe(1)
    }),
    { numRuns: 500 },
  )
})
