import { defaultRoleNames } from '@rolecall/permissions'
import type { Session } from '@rolecall/protocol'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pagesOf } from '../packages/ui/vite/pages.ts'
import { expectNoBarriers, expectRoom } from './axe.ts'
import { openSite, type Role } from './console-site.ts'
import { keepDesks } from './desks.ts'
import { procedures } from './matrix/table.ts'

// The settings' shell against a running server: who sees which page, and the ways in and out.

/** As the settings declare them (apps/settings/src/pages.ts): the call without which a page is not in the navigation. */
const pages = Object.fromEntries(
  (await pagesOf('settings')).flatMap(({ nav, path, call }) =>
    nav ? [[path.slice('/settings/'.length), call] as const] : [],
  ),
)

const { browser, site } = await openSite()

const keep = keepDesks()
const sit = (role: Role, path = '/settings/', options?: BrowserContextOptions) =>
  keep(site.open(browser, role, path, options))

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const link = (page: Page, id: string) => page.locator(`.side-link[data-page="${id}"]`)
const shown = (page: Page) =>
  page.locator('.side-link').evaluateAll((links) => links.map((one) => one.getAttribute('data-page') ?? ''))

/** What the server says that this page's member may call. */
const callable = (page: Page) =>
  page.evaluate(async () => {
    const answer = (await (await fetch('/trpc/session.me')).json()) as { result: { data: Session } }
    return answer.result.data.procedures
  })

describe.each([...defaultRoleNames, 'Reader', 'Nothing'] as const)('%s', (role) => {
  test('the navigation is what the server accepts', async () => {
    const page = await sit(role)
    await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
    const may = await callable(page)
    const expected = Object.entries(pages).flatMap(([id, call]) => (may.includes(call) ? [id] : []))
    expect((await shown(page)).toSorted()).toEqual(expected.toSorted())
  })

  test('every page opens, or says what is missing and leads somewhere', async () => {
    const page = await sit(role)
    const may = await callable(page)
    for (const [id, call] of Object.entries(pages)) {
      await page.goto(`${site.front.url}/settings/${id}`)
      const heading = page.locator('main').getByRole('heading', { level: 1 })
      await heading.waitFor()
      if (may.includes(call)) {
        await link(page, id).and(page.locator('[aria-current="page"]')).waitFor()
        await expect
          .poll(async () => (await page.title()).replace(/^\(\d+\) /, ''))
          .toBe(`${await heading.innerText()} · Rolecall`)
      } else {
        expect(await page.locator('main code').innerText()).toBe(procedures[call])
        await page
          .locator('main')
          .getByRole('link', { name: /^Go to/ })
          .waitFor()
      }
    }
  })

  test('the console shows the gear to those who find something behind it', async () => {
    const page = await sit(role, 'inbox')
    const may = await callable(page)
    const gear = page.getByRole('link', { name: 'Settings' })
    await page.locator('.rail').waitFor()
    if (!Object.values(pages).some((call) => may.includes(call))) {
      expect(await gear.count()).toBe(0)
      return
    }
    await gear.click()
    await page.waitForURL(/\/settings\/\w+/)
    await page.getByRole('link', { name: 'Back to inbox' }).click()
    await page.waitForURL(/\/console\/inbox/)
  })
})

test('an address that is none says so, and leads to the start', async () => {
  const page = await sit('Administrator', '/settings/nothing/here')
  await page.getByRole('heading', { name: 'There is no page here' }).waitFor()
  await page.getByRole('link', { name: 'Go to the start' }).click()
  await page.waitForURL(/\/settings\/team$/)
})

test('who is not signed in goes to the door, and from there to where they wanted', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${site.front.url}/settings/history?actor=x`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(new URL(page.url()).searchParams.get('to')).toBe('/settings/history?actor=x')
  const [name = '', ...value] = site.cookie('Administrator').split('=')
  await context.addCookies([{ name, value: value.join('='), url: site.front.url }])
  await page.reload()
  await page.waitForURL(/\/settings\/history\?actor=x$/)
  await page.goto(`${site.front.url}/console/?to=//evil.example`)
  await page.waitForURL(/\/console\/inbox/)
  await context.close()
})

test('when the role changes, its pages go and come without a reload', async () => {
  const page = await sit('Supervisor', '/settings/roles')
  // All of it: what is still being asked for would be refused, and rightly.
  await page.locator('main').getByRole('link', { name: 'Administrator' }).first().waitFor()
  await site.setRole('Supervisor', 'Reader')
  await page.locator('main code', { hasText: 'roles.view' }).waitFor()
  expect(await shown(page)).toEqual([])
  await site.setRole('Supervisor', 'Supervisor')
  await link(page, 'roles').waitFor()
  await page.locator('main').getByRole('heading', { level: 1, name: 'Roles & Permissions' }).waitFor()
})

test('on a phone the navigation comes first, and is one tap away', async () => {
  const page = await sit('Administrator', '/settings/', phone)
  await link(page, 'roles').tap()
  await page.waitForURL(/\/settings\/roles$/)
  await page.locator('main').getByRole('heading', { level: 1, name: 'Roles & Permissions' }).waitFor()
  expect(await page.locator('.side-link').count()).toBe(0)
  await page.getByRole('link', { name: 'Settings', exact: true }).tap()
  await link(page, 'history').waitFor()
  await page.goBack()
  await page.locator('main').getByRole('heading', { level: 1, name: 'Roles & Permissions' }).waitFor()
})

test('on a phone a role that opens nothing here is told so at once', async () => {
  const page = await sit('Nothing', '/settings/', phone)
  await page.locator('main code', { hasText: 'team.view' }).waitFor()
})

test('a preview is told of on every screen of a phone, however far one scrolls', async () => {
  const { data } = await site
    .as('Administrator')
    .post<{ previewId: string }>('roles.preview', { roleId: site.seed.roles.Supervisor, draft: null })
  const small = { viewport: { width: 390, height: 480 }, hasTouch: true }
  const page = await sit('Administrator', `/settings/?preview=${data.previewId}`, small)
  const inSight = () => page.locator('.banner').evaluate((one) => one.getBoundingClientRect().top >= 0)
  await page.getByText('You see the console as Supervisor would').waitFor()
  await link(page, 'plan').scrollIntoViewIfNeeded()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)
  expect(await inSight()).toBe(true)
  await link(page, 'team').tap()
  await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
  expect(await inSight()).toBe(true)
})

test('text is as large as the tokens say', async () => {
  const page = await sit('Administrator', '/settings/code')
  const size = (part: string) =>
    page
      .locator(part)
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize)
  await page.locator('.document').waitFor()
  expect([await size('body'), await size('h1'), await size('.quiet'), await size('.document')]).toEqual([
    '14px',
    '26px',
    '12px',
    '12px',
  ])
})

test('the member’s menu chooses the theme, and signs out to the door', async () => {
  // Whose session nobody needs after this.
  const { page, leave } = await site.open(browser, 'Masked', '/settings/plan')
  await page.locator('.side-me').click()
  await page.getByRole('menuitemradio', { name: 'Theme: dark' }).click()
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
  await page.reload()
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  await page.locator('.side-me').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(new URL(page.url()).searchParams.get('to')).toBe('/settings/plan')
  await leave()
})

test('every page by keyboard alone, from one app to the other', async () => {
  const page = await sit('Administrator')
  await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a page or an action' }).waitFor()
  await page.keyboard.type('hist')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/settings\/history$/)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Go to Roles & Permissions').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type('gr')
  await page.waitForURL(/\/settings\/roles$/)
  await page.keyboard.type('gi')
  await page.waitForURL(/\/console\/inbox/)
  await page.locator('.rail').waitFor()
  await page.keyboard.type('gs')
  await page.waitForURL(/\/settings\/team$/)
})

describe('axe finds nothing', () => {
  test('in the shell', async () => {
    const page = await sit('Administrator')
    await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
    await expectNoBarriers(page, 'first page')
    await page.locator('.side-me').click()
    await expectNoBarriers(page, 'menu')
    await page.getByRole('menuitem', { name: 'Commands' }).click()
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await expectNoBarriers(page, 'palette')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expectNoBarriers(page, 'keys')
  })

  test('where something is missing', async () => {
    const page = await sit('Nothing', '/settings/roles')
    await page.locator('main code').waitFor()
    await expectNoBarriers(page, 'denied')
  })

  test('on a phone, which shows the navigation and the page apart', async () => {
    const page = await sit('Administrator', '/settings/', phone)
    await link(page, 'team').waitFor()
    await expectNoBarriers(page, 'navigation')
    await expectRoom(page, 'navigation')
    await link(page, 'plan').tap()
    await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
    await expectNoBarriers(page, 'page')
    await expectRoom(page, 'page')
  })
})
