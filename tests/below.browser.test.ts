import { holderOf } from '@rolecall/db'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testBrowser } from './browser.ts'
import { type Front, openFront } from './front.ts'
import { type RunningServer, startServer } from './server.ts'
import { openPanel, openShadow, visitor, write } from './widget/driver.ts'
import { plainPage, startSite } from './widget/site.ts'

// An installation that shares its host with others, below /chat: from the printed link to an answer on somebody's page, and
// nothing is asked for outside of it.

let front: Front
let server: RunningServer
let browser: Browser
let page: Page
const asked = new Set<string>()
beforeAll(async () => {
  front = await openFront()
  server = await startServer({ ROLECALL_URL: `${front.url}/chat` })
  front.to(holderOf(server.dataDir)?.url ?? '')
  browser = await testBrowser()
  page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage()
  page.on('request', (request) => void asked.add(request.url()))
})
afterAll(async () => {
  await page?.context().close()
  await server?.stop()
  await front?.close()
})

let line = ''

test('the printed link leads below the path, and makes the first account there', async () => {
  const [, link = ''] = /Set it up:\s+(\S+)/.exec(server.output()) ?? []
  expect(link.startsWith(`${front.url}/chat/console/setup#`)).toBe(true)
  await page.goto(link)
  await page.getByLabel('Name of your company or site').fill('Harbour Books')
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Email').fill('ana@example.test')
  await page.getByLabel('Password').fill('a short sentence is good')
  await page.getByLabel('Password').press('Enter')
  await page.waitForURL(/\/chat\/console\/inbox/)
  line = await page.locator('.snippet code').innerText()
  expect(line).toContain(`src="${front.url}/chat/widget.js"`)
  const [cookie] = await page.context().cookies(`${front.url}/chat/console/`)
  expect(cookie).toMatchObject({ name: 'rolecall.session', path: '/chat' })
})

test('a visitor writes on a page, is answered, and reads it live', async () => {
  const site = await startSite(() => plainPage(line))
  const { context, errors } = await visitor(browser)
  await context.addInitScript(openShadow)
  const shop = await context.newPage()
  shop.on('request', (request) => void (request.url().startsWith(front.url) && asked.add(request.url())))
  await shop.goto(site.url)
  const panel = await openPanel(shop)
  await write(panel, 'Do you have atlases?')
  await page.getByText('Do you have atlases?').first().click()
  await page.waitForURL(/\/chat\/console\/inbox\/\w+\/[\w-]+$/)
  const reply = page.getByRole('textbox', { name: /reply|message/i })
  await reply.fill('Two, by the window.')
  await reply.press('Enter')
  await panel.getByText('Two, by the window.').waitFor()
  expect(errors).toEqual([])
  await context.close()
  await site.close()
})

test('settings and console lead to each other, a reload stays, and who leaves comes to the door', async () => {
  await page.goto(`${front.url}/chat/settings/`)
  await page.waitForURL(/\/chat\/settings\/team/)
  await page.getByRole('link', { name: 'Ana Ruiz' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Ana Ruiz' }).waitFor()
  await page.goto(`${front.url}/chat`)
  await page.waitForURL(/\/chat\/console\/inbox/)
  await page.context().clearCookies()
  await page.goto(`${front.url}/chat/settings/roles`)
  await page.waitForURL(/\/chat\/console\/\?to=/)
  await page.getByLabel('Email').fill('ana@example.test')
  await page.getByLabel('Password').fill('a short sentence is good')
  await page.getByLabel('Password').press('Enter')
  await page.waitForURL(`${front.url}/chat/settings/roles`)
})

test('nothing was asked for outside of it', () => {
  expect(asked.size).toBeGreaterThan(20)
  expect([...asked].filter((url) => !url.startsWith(`${front.url}/chat`))).toEqual([])
})
