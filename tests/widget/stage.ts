import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { testBrowser } from '../browser.ts'
import { visitor } from './driver.ts'
import { type Fake, startFake } from './fake.ts'
import { plainPage, snippet, startSite } from './site.ts'

// The widget as built, on somebody's website, against a chat server in memory that can be broken at will. That the real
// server speaks as this one does is tested in real.browser.test.ts.

export interface VisitOptions {
  head?: string
  body?: string
  language?: string
  headers?: Record<string, string>
  browser?: BrowserContextOptions
  /** Runs in every frame before anything else. */
  before?: () => void
}

/** A fresh chat server for each test of a file, and one browser for all. */
export function setStage() {
  let browser: Browser | undefined
  let fake: Fake
  const closing: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    browser = await testBrowser()
  })
  beforeEach(async () => {
    fake = await startFake()
    closing.push(fake.close)
  })
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })

  return {
    get fake() {
      return fake
    },
    /** Opens the website in a new visitor's browser. */
    async visit({ head = '', body, language, headers, browser: options, before }: VisitOptions = {}) {
      const site = await startSite(() => plainPage(head + snippet(fake), body, language), headers)
      closing.push(site.close)
      const { context, errors, close } = await visitor(browser as Browser, options)
      closing.push(close)
      if (before) await context.addInitScript(before)
      const page = await context.newPage()
      await page.goto(site.url)
      return { page, context, errors, site }
    },
  }
}

/** Makes the page write down what the widget tells it. */
export const record = (page: Page) =>
  page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    const api = (window as unknown as { Rolecall: (...args: unknown[]) => void }).Rolecall
    for (const event of ['ready', 'open', 'close', 'message', 'unread', 'hidden']) {
      api('on', event, (detail: unknown) => heard.push(detail === undefined ? event : [event, detail]))
    }
  })

export const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)

/** With `openShadow` only. */
export const launcher = (page: Page) => page.locator('rolecall-widget .launcher')
export const box = (page: Page) => page.locator('rolecall-widget .box')
