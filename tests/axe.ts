import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

// Which of axe's rules are asked where. In another theme or on a small screen a page is the same document: there only
// what those change is asked again. A page that a phone alone shows is asked everything on the phone.
//
//   light   all
//   dark    colours
//   phone   layout, and that nothing has to be scrolled sideways
const all = {
  type: 'tag' as const,
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
const rule = (...values: string[]) => ({ type: 'rule' as const, values })
const colours = rule('color-contrast', 'link-in-text-block')
const layout = rule('target-size', 'scrollable-region-focusable', 'meta-viewport', 'meta-viewport-large')

declare global {
  interface Window {
    /** In a document that it was brought to. */
    axe: typeof axe
  }
}

interface Where {
  /** A part of the page, as a selector; left out, all of it. */
  part?: string
  /** With frames of other origins, which axe asks one by one and several times slower. */
  frames?: boolean
}

/** Fails on what axe finds in the light page, and in its colours when it is dark. */
export async function expectNoBarriers(page: Page, what: string, where: Where = {}): Promise<void> {
  await ask(page, what, all, where)
  await page.emulateMedia({ colorScheme: 'dark' })
  await ask(page, `${what}, dark`, colours, where)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Fails on what a small screen breaks. */
export async function expectRoom(page: Page, what: string, where: Where = {}): Promise<void> {
  await ask(page, what, layout, where)
  const { width = 0 } = page.viewportSize() ?? {}
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} is wider than the screen`).toBe(
    width,
  )
}

async function ask(page: Page, what: string, runOnly: typeof all | ReturnType<typeof rule>, where: Where) {
  await still(page)
  const { part = 'html', frames: iframes = false } = where
  await Promise.all((iframes ? page.frames() : [page.mainFrame()]).map(bring))
  // What passed is not asked for: to describe it takes most of the time.
  const options = { runOnly, iframes, resultTypes: ['violations' as const], preload: false }
  const found = await page.evaluate(
    async ([where, how]) => {
      const { violations } = await window.axe.run(where, how)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(', ')}`)
    },
    [part, options] as const,
  )
  if (found.length > 0) expect.fail([what, ...found].join('\n'))
}

/** Once for each document, because to read its half a megabyte takes as long as to ask it. */
async function bring(frame: Frame): Promise<void> {
  if (await frame.evaluate(() => 'axe' in window)) return
  await frame.evaluate(axe.source)
  // The panel and the page that it is on are of different origins, and answer each other here.
  await frame.evaluate(() => window.axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }))
}

/** Contrast is measured on what stands still: waits for what moves and will end. */
async function still(page: Page): Promise<void> {
  const ended = async () => {
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame)
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map((one) => one.finished))
  }
  await Promise.all(page.frames().map((frame) => frame.evaluate(ended)))
}
