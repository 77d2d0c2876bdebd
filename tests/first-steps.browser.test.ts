import { expect, test } from 'vitest'
import { expectNoBarriers } from './axe.ts'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// What a new account does first, and where the line for one's site stands afterwards.

const { browser, site } = await openSite()
const keep = keepDesks()
const sit = (role: Role, path: string) => keep(site.open(browser, role, path))
const steps = 'First steps'

test('the first steps are there for whoever may do them, can be hidden and found again', async () => {
  const page = await sit('Administrator', '/settings/team')
  const card = page.getByRole('region', { name: steps })
  await card.getByText('2 of 3 done').waitFor()
  await card.getByText(site.seed.accountId).waitFor()
  await expectNoBarriers(page, steps)
  await card.getByRole('button', { name: 'Hide' }).press('Enter')
  await card.getByText(site.seed.accountId).waitFor({ state: 'detached' })
  await page.reload()
  await card.getByRole('button', { name: 'Show' }).press('Enter')
  await card.getByText(site.seed.accountId).waitFor()

  const other = await sit('Supervisor', '/settings/team')
  await other.getByRole('region', { name: steps }).getByText('2 of 3 done').waitFor()
  const agent = await sit('Agent', '/settings/team')
  await agent.getByRole('region', { name: steps }).getByText('0 of 1 done').waitFor()
})

test('a page with the widget ticks its step, and is named under Widget', async () => {
  const widget = await sit('Agent', '/settings/widget')
  await widget.getByText(/On no page yet/).waitFor()
  const page = await sit('Administrator', '/settings/team')
  await page.getByRole('region', { name: steps }).waitFor()
  await site
    .with({ referer: 'https://shop.example/cart?token=1' })
    .get('visitor.config', { account: site.seed.accountId })
  await widget.getByText('https://shop.example/cart', { exact: true }).waitFor()
  await page.getByRole('region', { name: steps }).waitFor({ state: 'detached' })
  await expectNoBarriers(widget, 'widget')

  await widget.getByText('The switch is on').waitFor()
  await site.as('Administrator').post('switches.setWidget', { shown: false })
  await widget.getByText('The switch is off').waitFor()
  await widget.getByRole('button', { name: 'Copy the line' }).click()
  await widget.locator('.toast').waitFor()
})

test('who may not look after the widget is told what is missing', async () => {
  const page = await sit('Support', '/settings/widget')
  expect(await page.locator('main code').innerText()).toBe('widget.customize')
})
