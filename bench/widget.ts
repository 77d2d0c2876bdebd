// What a chat on a page costs its visitor: bytes, requests and script time, each in a fresh profile of one browser, the
// contestants interleaved round by round. Ratios are medians of the ratios of each round.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser } from '../tests/browser.ts'
import { buildWidget } from '../tests/widget/driver.ts'
import { startFake } from '../tests/widget/fake.ts'
import { type Cost, measure } from './widget-measure.ts'
import { type Rival, rivals } from './widget-rivals.ts'

const rounds = 15
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
}

await buildWidget()
const fake = await startFake()
const others = await rivals()
const sites = await Promise.all(others.map((other) => serve(other)))
const tag = `<script async src="${fake.url}/widget.js" data-account="${fake.account}"></script>`
// The launcher's shadow root is closed; here it is opened, so that the panel can be seen to stand.
const look =
  '<script>{const a=Element.prototype.attachShadow;Element.prototype.attachShadow=function(){return a.call(this,{mode:"open"})}}</script>'
const opener =
  '<script>window.Rolecall=function(){(Rolecall.q=Rolecall.q||[]).push(arguments)};Rolecall("open")</script>'
const closed = await serve({ head: tag, files: {} })
const open = await serve({ head: tag, files: {} }, opener)
const browser = await openBrowser()

const shadow = 'document.querySelector("rolecall-widget")?.shadowRoot'
const contestants = [
  { name: 'rolecall, closed', state: 'launcher only', act: (page: Page) => visit(page, closed.url, `!!${shadow}`) },
  {
    name: 'rolecall, open',
    state: 'panel open',
    act: (page: Page) => visit(page, open.url, `!!${shadow}?.querySelector(".drawn")`),
  },
  ...others.map(({ name, state, stands }, index) => ({
    name,
    state,
    act: (page: Page) => visit(page, sites[index]?.url ?? '', `(${stands.toString()})()`),
  })),
]
const costs = new Map<string, Cost[]>(contestants.map(({ name }) => [name, []]))
const broken = new Map<string, string>()

for (let round = -1; round < rounds; round++) {
  for (const { name, act } of contestants) {
    if (broken.has(name)) continue
    try {
      const cost = await measure(browser, act)
      // The first round warms the browser up.
      if (round >= 0) costs.get(name)?.push(cost)
    } catch (error) {
      broken.set(name, error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'for no reason given')
    }
  }
}
await browser.close()
await Promise.all([fake.close(), closed.close(), open.close(), ...sites.map(({ close }) => close())])

console.log(`${rounds} interleaved rounds; gzip as sent; script time compiled and run on the main thread, median\n`)
console.log(`  ${'what'.padEnd(24)}${'requests'.padStart(9)}${'kB'.padStart(9)}${'script ms'.padStart(11)}   it shows`)
for (const { name, state } of contestants) {
  if (broken.has(name)) console.log(`  ${name.padEnd(24)}could not be loaded: ${broken.get(name)}`)
  else {
    const cells = [
      `${median(of(name, 'requests'))}`.padStart(9),
      (median(of(name, 'bytes')) / 1024).toFixed(1).padStart(9),
      median(of(name, 'script')).toFixed(1).padStart(11),
    ]
    console.log(`  ${name.padEnd(24)}${cells.join('')}   ${state}`)
  }
}
console.log('\nratios (median of the rounds, and their middle half):')
print('script: rolecall, open / bare', 'rolecall, open', 'bare Preact panel', 'script', 'aim ≤ 2')
for (const { name } of others.slice(1)) print(`script: ${name} / rolecall, open`, name, 'rolecall, open', 'script')
for (const { name } of others.slice(1)) print(`bytes:  ${name} / rolecall, open`, name, 'rolecall, open', 'bytes')

/** Asks the page itself, without the helpers that Playwright would put into it: their time would count as its own. */
async function visit(page: Page, url: string, stands: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await page.goto(url)
  for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(20)) {
    const { result } = await session.send('Runtime.evaluate', { expression: stands })
    if (result.value === true) return
  }
  throw new Error('It did not stand after 20 s.')
}

/** A page of 127.0.0.1 like the chat server: one process for page and frame, so that one trace holds all. */
async function serve({ head, files }: Pick<Rival, 'head' | 'files'>, first = '') {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const body =
      path === '/'
        ? `<!doctype html><meta charset="utf-8"><title>A page</title><body>${look}${first}${head}`
        : files[path]
    if (body === undefined) return response.writeHead(404).end()
    const type = types[extname(path)] ?? 'text/html'
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' })
    response.end(gzipSync(body, { level: 9 }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = () => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}

function of(name: string, key: keyof Cost): number[] {
  return (costs.get(name) ?? []).map((cost) => cost[key])
}

function print(what: string, a: string, b: string, key: keyof Cost, aim = ''): void {
  if (broken.has(a) || broken.has(b)) return
  const each = of(a, key).map((value, round) => value / (of(b, key)[round] ?? Number.NaN))
  const text = `${median(each).toFixed(2)}× (${quantile(each, 0.25).toFixed(2)}–${quantile(each, 0.75).toFixed(2)})`
  console.log(`  ${what.padEnd(48)} ${text.padEnd(26)} ${aim}`.trimEnd())
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * at)] ?? Number.NaN
}
