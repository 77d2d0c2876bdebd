import type { Page } from 'playwright-core'

/**
 * Watches what a page asks for. Returns a wait until it has all of it and asked nothing more while it drew: what is on the
 * screen then is what it shows. A stream of news does not end and is not waited for.
 */
export function watchCalls(page: Page): () => Promise<void> {
  const open = new Set<unknown>()
  let asked = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/live')) return
    open.add(request)
    asked++
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  const drawn = () =>
    page.evaluate(async () => {
      for (let n = 0; n < 6; n++) await new Promise(requestAnimationFrame)
      const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(moving.map((one) => one.finished))
    })
  return async () => {
    for (let before = -1; before !== asked || open.size > 0; ) {
      before = asked
      await drawn()
    }
  }
}
