import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'

type Api = (command: string, ...args: unknown[]) => unknown

/** Builds the widget, which also holds it to its bytes. Resolves with what the build printed. */
export async function buildWidget(): Promise<string> {
  const cwd = fileURLToPath(new URL('../../apps/widget/', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['build.ts'], { cwd })
  return stdout
}

/** A visitor's browser: storage of its own, errors of any page collected. */
export async function visitor(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(`${error.error()}`))
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { context, errors, close: () => context.close() }
}

/**
 * Tests only: makes the launcher's shadow root open, so that a test can look into it. Pages without this find it closed,
 * which has a test of its own.
 */
export const openShadow = () => {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    return attach.call(this, { ...init, mode: 'open' })
  }
}

export const rolecall = (page: Page, ...call: unknown[]): Promise<unknown> =>
  page.evaluate((args) => (window as unknown as { Rolecall: (...args: unknown[]) => unknown }).Rolecall(...args), call)

/** Resolves when the launcher stands. */
export const ready = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => (window as unknown as { Rolecall: Api }).Rolecall('on', 'ready', () => done())),
  )

/** The panel's frame, once it has drawn itself. */
export async function panelOf(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 600; tries++) {
    const frame = page.frames().find((one) => one.url().includes('/widget/panel'))
    if (frame && (await frame.locator('main').count())) return frame
    await page.waitForTimeout(25)
  }
  throw new Error('The panel did not appear.')
}

export async function openPanel(page: Page): Promise<Frame> {
  await ready(page)
  await rolecall(page, 'open')
  return panelOf(page)
}

/** The page has heard that there is a conversation, and so loads the panel by itself next time. */
export const kept = (page: Page): Promise<unknown> =>
  until(
    () => page.evaluate(() => Object.values(localStorage).join()),
    (values) => values === '1',
  )

export async function write(panel: Frame, text: string): Promise<void> {
  await panel.locator('.composer textarea').fill(text)
  await panel.locator('.composer textarea').press('Enter')
}

/** Every bubble, in order, as `who: text`. */
export const bubbles = (panel: Frame): Promise<string[]> =>
  panel
    .locator('.bubble')
    .evaluateAll((all) =>
      all.map((one) => `${one.closest('section')?.querySelector('.name')?.textContent}: ${one.textContent}`),
    )

/** Polls until `check` holds; fails with what it last saw. */
export async function until<Value>(
  look: () => Promise<Value> | Value,
  check: (value: Value) => boolean,
  ms = 15_000,
): Promise<Value> {
  const end = Date.now() + ms
  let seen = await look()
  while (!check(seen)) {
    if (Date.now() > end) throw new Error(`Waited ${ms} ms; last seen: ${JSON.stringify(seen)}`)
    await new Promise((done) => setTimeout(done, 25))
    seen = await look()
  }
  return seen
}
