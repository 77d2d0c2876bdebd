import { oneEngine } from '@rolecall/db/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoBarriers } from './axe.ts'
import { testBrowser } from './browser.ts'
import { type Role, type Site, startConsole } from './console-site.ts'
import { keepDesks } from './desks.ts'

// How a chat comes to a department, by hand and by its page, and where it is found then.

let browser: Browser
beforeAll(async () => {
  browser = await testBrowser()
})
const keep = keepDesks()
const row = (page: Page, name: string) => page.locator('a.row', { hasText: name })
const choose = async (page: Page, item: string) => page.getByRole('menuitemradio', { name: item }).click()

describe.each(oneEngine)('departments on %s', (engine) => {
  let site: Site
  beforeAll(async () => {
    site = await startConsole(engine)
  })
  afterAll(() => site?.close())
  const sit = (role: Role, path: string) => keep(site.open(browser, role, path))

  test('a chat is moved by hand, by the keyboard, and found under its department', async () => {
    const { chatId } = await site.visitor('Dora Help', 'Can somebody help me?')
    const page = await sit('Supervisor', `inbox/all/${chatId}`)
    await page.getByRole('log').getByText('Can somebody help me?').waitFor()
    await page.locator('#assign').press('Enter')
    await page.getByRole('menuitemradio', { name: 'Department help' }).waitFor()
    await expectNoBarriers(page, 'assign menu')
    await page.getByRole('menuitemradio', { name: 'Department help' }).press('Enter')
    await page.locator('.thread-department', { hasText: 'help' }).waitFor()
    await page.getByRole('log').getByText('moved the chat to help').waitFor()
    await row(page, 'Dora Help').getByText('help', { exact: true }).waitFor()

    await page.getByRole('button', { name: 'Department: All departments' }).click()
    await choose(page, 'help')
    await page.waitForURL(/department=/)
    await row(page, 'Dora Help').waitFor()
    expect(await row(page, 'Sales Visitor').count()).toBe(0)
    // A reload keeps what the address says.
    await page.reload()
    await row(page, 'Dora Help').waitFor()
    expect(await row(page, 'Sales Visitor').count()).toBe(0)

    // Moved by somebody else meanwhile, it leaves the list, and the count follows.
    const { sales, help } = site.seed.departments
    await site.as('Administrator').post('inbox.move', { chatId, departmentId: sales, from: help })
    await row(page, 'Dora Help').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Department: help' }).click()
    await expect
      .poll(() =>
        page
          .getByRole('menuitemradio', { name: /^sales/ })
          .locator('.menu-aside')
          .textContent(),
      )
      .toBe('2')
    await choose(page, 'All departments')
    await row(page, 'Dora Help').getByText('sales', { exact: true }).waitFor()
  })

  test('who may not assign sees where a chat is, and moves none', async () => {
    const page = await sit('Reader', `inbox/all/${site.seed.chats.help}`)
    await page.locator('.thread-department', { hasText: 'help' }).waitFor()
    expect(await page.locator('#assign').count()).toBe(0)
  })

  test('who is limited to what is assigned to them is offered no department', async () => {
    const page = await sit('Own', 'inbox/all')
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    expect(await page.locator('.list-department').count()).toBe(0)
  })

  test('an administrator says which pages a department answers for, and takes it back', async () => {
    const page = await sit('Administrator', '/settings/team/departments')
    await page.getByRole('button', { name: 'More for help' }).click()
    await page.getByRole('menuitem', { name: 'Its pages…' }).click()
    await page.getByLabel('Parts of addresses').fill('/help\n\n/returns ')
    await expectNoBarriers(page, 'pages of a department')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('cell', { name: '/help and 1 more' }).waitFor()
    const begun = await site.with({ origin: site.url }).post<{ conversation: { chatId: string } }>('visitor.start', {
      ...{ account: site.seed.accountId, id: crypto.randomUUID(), body: 'It came broken' },
      page: 'https://books.example/returns/1',
    })
    const found = await site.as('Administrator').get<{ rows: { id: string }[] }>('inbox.list', {
      ...{ view: 'all', status: 'open', departmentId: site.seed.departments.help },
    })
    expect(found.data.rows.map(({ id }) => id)).toContain(begun.data.conversation.chatId)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('cell', { name: 'Any' }).first().waitFor()
  })
})
