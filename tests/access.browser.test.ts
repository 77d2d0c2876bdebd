import type { AccessRequest } from '@rolecall/protocol'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoBarriers } from './axe.ts'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'

// Access that is asked for, comes and goes while a page is open; and a look at the console through a role.

const { browser, site } = await openSite()

const keep = keepDesks(412)
const sit = (role: Role, path: string) => keep(site.open(browser, role, path))

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** A page that is loaded again forgets this. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { marked: true }))
const isMarked = (page: Page) => page.evaluate(() => 'marked' in globalThis)

describe('access that is asked for', () => {
  const requests = async () =>
    (await site.as('Administrator').get<AccessRequest[]>('access.requests', { status: 'open' })).data
  const ask = async (page: Page, why: string) => {
    await button(page, 'Request access').click()
    await page.getByLabel('Why do you need it?').fill(why)
    await button(page, 'Send the request').click()
    await page.getByText('Asked.').waitFor()
  }

  test('is given for a while: the page that was refused shows itself, and goes away when the time is over', async () => {
    const page = await sit('Agent', 'reports')
    await page.getByText('reports.view').waitFor()
    await mark(page)
    await ask(page, 'Month’s end')
    expect(await page.locator('main').innerText()).toMatch(/Asked\. .*Administrator Tester.* can grant it\./)
    const [request] = await requests()
    expect(request).toMatchObject({ permission: { name: 'reports.view' }, reason: 'Month’s end' })

    const until = new Date(Date.now() + 5_000)
    const input = { requestId: request?.id, roleId: null, until: until.toISOString() }
    expect((await site.as('Administrator').post('access.grant', input)).status).toBe(200)
    await page.getByRole('table').waitFor({ timeout: 4_000 })
    await page.getByText('reports.view').waitFor({ timeout: until.getTime() - Date.now() + 4_000 })
    console.log(`access that ended was off the screen ${Date.now() - until.getTime()} ms after its time`)
    expect(await page.getByRole('table').count()).toBe(0)
    // Nothing of it is open any more: it can be asked for again.
    await button(page, 'Request access').waitFor()
    expect(await isMarked(page)).toBe(true)
  })

  test('is withdrawn, asked for again, and refused with an answer, on the open page', async () => {
    const page = await sit('Support', 'reports')
    await ask(page, '')
    await page.reload()
    await page.getByText('Asked.').waitFor()
    await button(page, 'Withdraw').click()
    await button(page, 'Request access').waitFor()
    expect(await requests()).toEqual([])

    await ask(page, 'Please')
    const [request] = await requests()
    const answer = { requestId: request?.id, answer: 'After your training' }
    expect((await site.as('Administrator').post('access.refuse', answer)).status).toBe(200)
    await page.getByText('After your training').waitFor()
    await button(page, 'Request access').waitFor()
  })
})

test('everybody’s own menu says what they may do, and the way to ask for the rest; who answers sees a number', async () => {
  const boss = await sit('Administrator', 'inbox/all')
  const page = await sit('Support', 'inbox/all')
  await page.locator('.rail-me').click()
  await page.getByRole('menuitem', { name: 'What may I do?' }).click()
  await page.getByRole('heading', { name: 'What may I do?' }).waitFor()
  await page.getByText(/You may do \d+ of \d+ things/).waitFor()
  await page.getByRole('searchbox', { name: 'Search what there is' }).fill('Delete contacts')
  await button(page, 'Request… Delete contacts for good').click()
  await page.getByText('Administrator Tester or Supervisor Tester can give it to you.').waitFor()
  await button(page, 'Request access').click()
  await page.getByLabel('Why do you need it?').fill('To tidy up')
  await button(page, 'Send the request').click()
  await page.getByText('Asked.').waitFor()
  await expectNoBarriers(page, 'own access')
  await page.keyboard.press('Escape')
  await page.getByText('Asked', { exact: true }).waitFor()

  await boss.locator('.rail-end').getByText('1 request for access waits').waitFor({ state: 'attached' })
  await boss.goto(`${site.front.url}/settings/requests`)
  await boss.locator('.side').getByText('1 request waits').waitFor({ state: 'attached' })
  await mark(page)
  await button(boss, 'Grant…').click()
  await button(boss, 'Grant').click()
  await boss.locator('.side').getByText('request waits').waitFor({ state: 'detached' })
  await page.getByText(/given by itself, for/).waitFor()
  expect(await page.getByRole('button', { name: /Request…/ }).count()).toBe(0)
  expect(await isMarked(page)).toBe(true)
})

describe('a preview', () => {
  const start = async (role: Role) => {
    const roleId = site.seed.roles[role]
    const { data } = await site
      .as('Administrator')
      .post<{ previewId: string }>('roles.preview', { roleId, draft: null })
    return `?preview=${data.previewId}&role=${roleId}`
  }
  const log = (page: Page) => page.getByRole('log')
  const messages = async (chatId: string) =>
    (await site.as('Administrator').get<{ messages: unknown[] }>('inbox.thread', { chatId })).data.messages.length

  test('shows the console as the role would see it, changes nothing, and is one click away from one’s own', async () => {
    const { chatId } = await site.visitor('Pia Preview', 'Hello?')
    const page = await sit('Administrator', `inbox/all/${chatId}${await start('Support')}`)
    await page.getByText('You see the console as Support would').waitFor()
    expect(page.url()).not.toContain('preview')
    await log(page).getByText('Hello?').waitFor()
    expect(await page.locator('[data-call="inbox.delete"]').count()).toBe(0)
    expect(await page.locator('[data-call="switches.setOnline"]').count()).toBe(0)
    expect(await page.locator('.rail').getByText('Reports').count()).toBe(0)

    const before = await messages(chatId)
    const field = page.locator('#composer-field')
    await field.fill('This must not leave')
    await field.press('Enter')
    await page.getByText('nothing is changed').waitFor()
    await expect.poll(() => field.inputValue()).toBe('This must not leave')
    expect(await log(page).getByText('This must not leave').count()).toBe(0)
    expect(await page.getByText('Not sent').count()).toBe(0)
    expect(await messages(chatId)).toBe(before)
    const reads = await site.database.tenant(site.seed.accountId, (tx) =>
      tx.selectFrom('chat_read').selectAll().where('chat_id', '=', chatId).execute(),
    )
    expect(reads).toEqual([])

    // It stays with the tab.
    await page.reload()
    await page.getByText('You see the console as Support would').waitFor()
    await button(page, 'Leave preview').click()
    await page.waitForURL(new RegExp(`/settings/roles/${site.seed.roles.Support}$`))
    await page.goto(`${site.front.url}/console/inbox/all/${chatId}`)
    await log(page).getByText('Hello?').waitFor()
    expect(await page.getByText('You see the console as').count()).toBe(0)
    await button(page, 'More').click()
    await page.locator('[data-call="inbox.delete"]').waitFor()
  })

  test('downloads nothing, and says so', async () => {
    const page = await sit('Administrator', `contacts${await start('Supervisor')}`)
    let asked = 0
    page.on('request', (request) => {
      if (request.url().includes('contacts.csv')) asked += 1
    })
    await page.locator('[data-call="contacts.export"]').click()
    await page.getByText('nothing is downloaded').waitFor()
    expect(asked).toBe(0)
  })

  test('that has ended says so, and is one click away from one’s own', async () => {
    const path = await start('Support')
    await site.database.tenant(site.seed.accountId, (tx) =>
      tx
        .updateTable('role_preview')
        .set({ expires_at: new Date(Date.now() - 1000) })
        .execute(),
    )
    const page = await sit('Administrator', path)
    await page.getByText('This preview has ended').waitFor()
    await button(page, 'Leave preview').click()
    await page.waitForURL(/\/settings\/roles/)
    await page.goto(`${site.front.url}/console/inbox`)
    await page.locator('[data-call="switches.setOnline"]').first().waitFor()
  })
})
