import { expect, test } from 'vitest'
import { onPlainHost, openSite } from './console-site.ts'
import { keepDesks, openDesk } from './desks.ts'

// A server in somebody's own network, by its name and without https: what browsers keep for secure pages is not there, and
// everything works all the same.

const { browser, site } = await openSite()

const keep = keepDesks()
const sit = async (path: string) => {
  const page = await keep(
    openDesk(browser, new URL(path, onPlainHost(site.front.url)), site.cookie('Administrator'), {}),
  )
  expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator, 'randomUUID' in crypto])).toEqual([
    false,
    false,
    false,
  ])
  return page
}

test('an agent answers', async () => {
  const { chatId } = await site.visitor('Petra Plain', 'Hello?')
  const page = await sit(`/console/inbox/all/${chatId}`)
  await page.locator('#composer-field').fill('Here I am')
  await page.locator('#composer-field').press('Enter')
  await page.getByRole('log').getByText('Sent', { exact: true }).waitFor()
})

test('what is copied can be pasted', async () => {
  const page = await sit('/settings/code')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByText('Copied.').waitFor()
  const field = page.getByLabel('Document')
  await field.focus()
  await page.keyboard.press('Control+v')
  expect(await field.inputValue()).toBe(await page.getByRole('region', { name: 'As they are now' }).innerText())
})
