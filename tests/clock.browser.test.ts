import { expect, test } from 'vitest'
import { openSite } from './console-site.ts'

// A device whose clock is wrong: what happened is dated by the server's, and so is how long ago that was.

const { browser, site } = await openSite()

const fast = (minutes: number) => {
  const Real = Date
  const ahead = minutes * 60_000
  window.Date = class extends Real {
    constructor(...given: []) {
      super(...((given.length > 0 ? given : [Real.now() + ahead]) as []))
    }
    static override now = () => Real.now() + ahead
  } as DateConstructor
}

test('an agent whose clock runs 28 minutes fast reads that a fresh message is fresh', async () => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1360, height: 860 } })
  const [name = '', ...value] = site.cookie('Administrator').split('=')
  await context.addCookies([{ name, value: value.join('='), url: site.front.url }])
  await context.addInitScript(fast, 28)
  const page = await context.newPage()
  const { chatId } = await site.visitor('Fay Fresh', 'Just now')
  await page.goto(new URL(`/console/inbox/all/${chatId}`, site.front.url).href)
  expect((await page.evaluate(() => Date.now())) - Date.now()).toBeGreaterThan(27 * 60_000)
  const row = page.locator('a.row', { hasText: 'Fay Fresh' })
  await row.waitFor()
  await expect.poll(() => row.locator('time').innerText()).toBe('now')
  await context.close()
})
