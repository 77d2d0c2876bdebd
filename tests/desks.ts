import type { Browser, BrowserContextOptions, ConsoleMessage, Page, WebError } from 'playwright-core'
import { afterEach } from 'vitest'

export interface Desk {
  page: Page
  /** What went wrong in the page: exceptions and refused resources, not calls that the test cut. */
  errors: string[]
  /** Signs out, forgets everything and leaves the page to the next. */
  leave(): Promise<void>
}

/** Pages that nobody sits at, by what they were opened with: a new one costs three times as much as what is shown in it. */
const free = new Map<string, Page[]>()

/** A signed-in member's page, of a browser that knows nothing else. The cookie is as a header says it. */
export async function openDesk(browser: Browser, at: URL, cookie: string, more: BrowserContextOptions): Promise<Desk> {
  const options = { viewport: { width: 1360, height: 860 }, locale: 'en-GB', reducedMotion: 'reduce' as const, ...more }
  const kind = JSON.stringify(options)
  const page = free.get(kind)?.pop() ?? (await (await browser.newContext(options)).newPage())
  const context = page.context()
  const [name = '', ...value] = cookie.split('=')
  await context.addCookies([{ name, value: value.join('='), url: at.origin }])
  const errors: string[] = []
  const hearError = (error: WebError) => errors.push(String(error.error()))
  const hearConsole = (message: ConsoleMessage) => {
    const [text, { url }] = [message.text(), message.location()]
    // A network that the test cut, a chat that is not there any more, and a header that means nothing without https are no
    // faults of the page.
    const expected =
      /net::ERR_|Cross-Origin-Opener-Policy header has been ignored/.test(text) ||
      (/404/.test(text) && /inbox\.(thread|read)/.test(url))
    if (message.type() === 'error' && !expected) errors.push(`${text} ${url}`)
  }
  context.on('weberror', hearError)
  context.on('console', hearConsole)
  const leave = async () => {
    context.off('weberror', hearError)
    context.off('console', hearConsole)
    try {
      await clear(page, at.origin)
      if (options.viewport) await page.setViewportSize(options.viewport)
      free.set(kind, [...(free.get(kind) ?? []), page])
    } catch {
      // Closed by the test, or stuck.
      await context.close()
    }
  }
  await page.goto(at.href)
  return { page, errors, leave }
}

/** As a page that was never anywhere: at an empty address of the same site, with nothing stored there. */
async function clear(page: Page, origin: string): Promise<void> {
  const context = page.context()
  await Promise.all(context.pages().map((other) => other !== page && other.close()))
  page.removeAllListeners()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.clearCookies()
  const empty = `${origin}/empty`
  await page.route(empty, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto(empty)
  await page.evaluate(() => [localStorage, sessionStorage].map((store) => store.clear()))
  await page.unroute(empty)
}

/**
 * Returns what keeps an opened desk until the end of the test and gives its page. A test fails if a page of its desks
 * logged an error that is not among the `refusals` (HTTP statuses) the tests are about.
 */
export function keepDesks(...refusals: number[]): (opening: Promise<Desk>) => Promise<Page> {
  const desks: Desk[] = []
  afterEach(async () => {
    const errors = desks.flatMap((desk) => desk.errors)
    await Promise.all(desks.splice(0).map((desk) => desk.leave()))
    const faults = errors.filter((text) => !refusals.some((status) => text.includes(`status of ${status}`)))
    if (faults.length > 0) throw new Error(`The page logged errors:\n${faults.join('\n')}`)
  })
  return async (opening) => {
    const desk = await opening
    desks.push(desk)
    return desk.page
  }
}
