import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { onPlainHost, openSite } from './console-site.ts'
import { keepDesks, openDesk } from './desks.ts'

// HTTP/1.1 gives a browser six connections to a server. Each tab that kept a stream of its own took one for good: the seventh
// never loaded. One tab holds the stream for all of them, on plain http too, where browsers have no locks.

const { browser, site } = await openSite()
const keep = keepDesks()

/** Until each of the tabs shows so many messages of these words; what fails says which of them lacks what. */
const heard = (tabs: Page[], words: string | RegExp, times: number) =>
  expect
    .poll(() => Promise.all(tabs.map((tab) => tab.getByRole('log').getByText(words).count())), {
      message: String(words),
    })
    .toEqual(tabs.map(() => times))

test.each([
  ['by its address', (url: string) => url],
  ['by a name without https', onPlainHost],
])('eight tabs of one browser all load, hear and send: a server %s', async (_, at) => {
  const { chatId, ...visitor } = await site.visitor('Tabea Tabs', 'Hello?')
  const address = new URL(`/console/inbox/all/${chatId}`, at(site.front.url))
  const first = await keep(openDesk(browser, address, site.cookie('Agent'), {}))
  const others = await Promise.all(
    Array.from({ length: 7 }, async () => {
      const page = await first.context().newPage()
      await page.goto(address.href)
      return page
    }),
  )
  const tabs = [first, ...others]
  await heard(tabs, 'Hello?', 1)

  await visitor.say('Anybody there?')
  await heard(tabs, 'Anybody there?', 1)

  for (const [n, tab] of tabs.entries()) {
    await tab.locator('#composer-field').fill(`From tab ${n}`)
    await tab.locator('#composer-field').press('Enter')
  }
  await heard(tabs, /^From tab \d/, 8)

  // Whichever held the stream goes with these, and the others hear on: all of it, once.
  for (const tab of others.slice(0, 4)) await tab.close()
  await visitor.say('Still there?')
  await first.close()
  await visitor.say('And now?')
  await heard(others.slice(4), 'And now?', 1)
  await heard(others.slice(4), 'Still there?', 1)
})

test('tabs of the settings and the console share it, and so does a change of role', async () => {
  const agent = await keep(site.open(browser, 'Supervisor'))
  const tabs = await Promise.all(
    Array.from({ length: 7 }, async (_, n) => {
      const page = await agent.context().newPage()
      await page.goto(new URL(n % 2 ? '/settings/members' : '/console/inbox', site.front.url).href)
      return page
    }),
  )
  const held = () => Promise.all([agent, ...tabs].map((tab) => tab.getByText('Nothing').count()))
  for (const tab of tabs) await tab.locator('main').first().waitFor()
  await site.setRole('Supervisor', 'Nothing')
  await expect.poll(async () => (await held()).every((count) => count > 0)).toBe(true)
  await site.setRole('Supervisor', 'Supervisor')
})
