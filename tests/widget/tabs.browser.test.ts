import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { kept, openPanel, panelOf, until, write } from './driver.ts'
import { setStage } from './stage.ts'

// Seven tabs of one shop, in a browser that gives them six connections to the chat server together.

const stage = setStage()

interface Seen {
  unseen?: boolean
}

/** A browser under test says of each tab that it is seen; ours says what the test says. */
const before = () =>
  Object.defineProperty(Document.prototype, 'visibilityState', {
    get: () => ((window as unknown as Seen).unseen ? 'hidden' : 'visible'),
  })

async function see(page: Page, seen: boolean): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate((unseen) => {
      Object.assign(window, { unseen })
      document.dispatchEvent(new Event('visibilitychange'))
    }, !seen)
}

test('seven tabs of one shop: each of them loads, sends and has heard all of it once it is seen', async () => {
  const { page: first, context, site } = await stage.visit({ before })
  await write(await openPanel(first), 'From tab 0')
  await kept(first)
  const tabs = [first]
  for (let n = 1; n < 7; n++) {
    await see(tabs.at(-1) as Page, false)
    const page = await context.newPage()
    await page.goto(site.url)
    tabs.push(page)
    const panel = await openPanel(page)
    await panel.getByText(`From tab ${n - 1}`).waitFor()
    await write(panel, `From tab ${n}`)
    await panel.getByText('Sent').waitFor()
  }
  await until(
    () => stage.fake.talks[0]?.streams.size,
    (count) => count !== undefined && count <= 2,
  )
  stage.fake.reply('One answer for all of them')
  for (const page of tabs) {
    await see(page, true)
    const panel = await panelOf(page)
    await panel.getByText('One answer for all of them').waitFor()
    expect(await panel.getByText(/^From tab \d$/).count()).toBe(7)
    await see(page, false)
  }
})
