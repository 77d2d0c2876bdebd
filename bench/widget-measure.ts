import type { Browser, Page, Request } from 'playwright-core'

/** What one visit cost, from the first byte of the page until the chat stands and the browser rests. */
export interface Cost {
  requests: number
  /** Bodies as sent, in bytes; streams that go on are left out. */
  bytes: number
  /** Time that scripts of the page and its frames were compiled and run on the main thread, in ms. */
  script: number
}

interface TraceEvent {
  name: string
  ph: string
  ts: number
  dur?: number
  pid: number
  tid: number
}

const ours = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.run',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'v8.callFunction',
  'RunMicrotasks',
  'TimerFire',
  'EventDispatch',
  'FireAnimationFrame',
])

/** Visits in a fresh profile. `act` opens the page and resolves when the chat stands. */
export async function measure(browser: Browser, act: (page: Page) => Promise<void>): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto('about:blank')
  const finished: Request[] = []
  page.on('requestfinished', (request) => finished.push(request))
  try {
    await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] })
    let trace: Buffer
    try {
      await act(page)
      await page.waitForTimeout(400)
    } finally {
      trace = await browser.stopTracing()
    }
    const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
    // All but the page itself.
    const parts = finished.filter((one) => one.resourceType() !== 'document' || one.frame() !== page.mainFrame())
    const sizes = await Promise.all(parts.map((one) => one.sizes()))
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    return { requests: parts.length, bytes, script: busy(traceEvents) }
  } finally {
    await context.close()
  }
}

/** Drawing that a script forced is drawing: without the script it would have been done a moment later. */
const drawing = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Commit'])

/** ms during which a script ran, thread by thread: what is nested counts once, and what is drawn meanwhile not at all. */
function busy(events: readonly TraceEvent[]): number {
  const threads = new Map<string, TraceEvent[]>()
  for (const event of events) {
    if (event.ph !== 'X' || !event.dur || !(ours.has(event.name) || drawing.has(event.name))) continue
    const thread = `${event.pid}/${event.tid}`
    threads.set(thread, [...(threads.get(thread) ?? []), event])
  }
  let total = 0
  for (const list of threads.values()) {
    total += union(list) - union(list.filter(({ name }) => drawing.has(name)))
  }
  return total / 1000
}

function union(events: readonly TraceEvent[]): number {
  let total = 0
  let end = 0
  for (const { ts, dur = 0 } of events.toSorted((a, b) => a.ts - b.ts)) {
    total += Math.max(0, ts + dur - Math.max(ts, end))
    end = Math.max(end, ts + dur)
  }
  return total
}
