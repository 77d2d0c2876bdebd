import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoBarriers } from './axe.ts'
import { testBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

// The first quarter of an hour: the printed link, the first account, the line for the site, out and in again.

const person = { name: 'Ana Ruiz', email: 'ana@example.test', password: 'a short sentence is good' }

let server: RunningServer
let browser: Browser
let page: Page
beforeAll(async () => {
  server = await startServer()
  browser = await testBrowser()
  page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage()
})
afterAll(async () => {
  await page?.context().close()
  await server?.stop()
})

test('the printed link makes the first account, by keyboard alone', async () => {
  const [, link = ''] = /Set it up:\s+(\S+)/.exec(server.output()) ?? []
  await page.goto(link)
  await page.getByLabel('Name of your company or site').waitFor()
  await expectNoBarriers(page, 'the first account')
  await page.getByLabel('Name of your company or site').focus()
  for (const text of ['Harbour Books', person.name, person.email, person.password]) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.getByLabel('Password').press('Enter')
  await page.waitForURL(/\/console\/inbox/)
  await page.getByText('Harbour Books').waitFor()
})

test('an empty inbox shows how to put the chat on the site, and the line works', async () => {
  const line = await page.locator('.snippet code').innerText()
  await expectNoBarriers(page, 'an empty inbox')
  const [, source = ''] = /src="([^"]+)"/.exec(line) ?? []
  const [, account = ''] = /data-account="([^"]+)"/.exec(line) ?? []
  expect(source).toBe(`${new URL(page.url()).origin}/widget.js`)
  expect(line).toBe(`<script async src="${source}" data-account="${account}"></script>`)
  const config = await fetch(
    `${server.url}/trpc/visitor.config?input=${encodeURIComponent(JSON.stringify({ account }))}`,
  )
  expect((await config.json()).result.data).toMatchObject({ shown: true, name: 'Harbour Books' })
  expect((await fetch(source)).status).toBe(200)
})

test('the link worked once', async () => {
  const [, link = ''] = /Set it up:\s+(\S+)/.exec(server.output()) ?? []
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(link)
  await stranger
    .getByRole('link', { name: /sign in/i })
    .or(stranger.getByRole('button', { name: /sign in/i }))
    .first()
    .waitFor()
  expect(await stranger.getByLabel('Name of your company or site').count()).toBe(0)
  await stranger.context().close()
})

test('out and in again; a wrong password says what to do', async () => {
  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByLabel('Email').waitFor()
  await expectNoBarriers(page, 'signing in')
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill('not this one, surely')
  await page.getByLabel('Password').press('Enter')
  await page.getByText('Email and password do not match').waitFor()
  await page.getByLabel('Password').fill(person.password)
  await page.getByLabel('Password').press('Enter')
  await page.locator('.snippet code').waitFor()
})
