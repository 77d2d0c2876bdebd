import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { testBrowser } from '../browser.ts'
import { bubbles, openPanel, openShadow, panelOf, ready, rolecall, visitor, write } from './driver.ts'
import { plainPage, snippet, startSite } from './site.ts'
import { box, launcher, setStage } from './stage.ts'

// Pages that are not as one wishes: forms that somebody is in the middle of, policies, old libraries, snippets with a slip.

const stage = setStage()
const field = '<label>Card number <input id="card"></label>'

test('opened by the page while somebody writes there, the rest of it lands where it belongs', async () => {
  const { page } = await stage.visit({ body: field })
  await page.locator('#card').pressSequentially('4111 ')
  const panel = await openPanel(page)
  await page.keyboard.type('1111')
  expect(await page.locator('#card').inputValue()).toBe('4111 1111')
  expect(await panel.locator('.composer textarea').inputValue()).toBe('')
  // Again, now that the panel is there.
  await rolecall(page, 'close')
  await rolecall(page, 'open')
  await page.waitForTimeout(200)
  await page.keyboard.type(' 2222')
  expect(await page.locator('#card').inputValue()).toBe('4111 1111 2222')
})

test('opened where nobody writes, or by the visitor, it takes what is written', async () => {
  const { page } = await stage.visit({ body: field, before: openShadow })
  const panel = await openPanel(page)
  await page.waitForTimeout(200)
  await page.keyboard.type('Hello')
  expect(await panel.locator('.composer textarea').inputValue()).toBe('Hello')
  await rolecall(page, 'close')
  await page.locator('#card').focus()
  await launcher(page).click()
  await page.waitForTimeout(200)
  await page.keyboard.type(' there')
  expect(await panel.locator('.composer textarea').inputValue()).toBe('Hello there')
})

test.each(['require-corp', 'credentialless'])('it talks on a page under COEP %s', async (policy) => {
  const { page } = await stage.visit({ headers: { 'cross-origin-embedder-policy': policy } })
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
})

test('it talks on a page that is a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-file-'))
  const path = join(folder, 'index.html')
  await writeFile(path, plainPage(snippet(stage.fake)))
  const { context, close } = await visitor(await testBrowser())
  const page = await context.newPage()
  await page.goto(pathToFileURL(path).href)
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  await close()
  await rm(folder, { recursive: true })
})

test('in a sandbox, where no frame of ours can work, it says so instead of staying empty', async () => {
  const headers = { 'content-security-policy': 'sandbox allow-scripts' }
  const { page } = await stage.visit({ headers, before: openShadow })
  await ready(page)
  await rolecall(page, 'open')
  const again = box(page).getByRole('button', { name: 'Chat' })
  expect(await again.count()).toBe(0)
  await again.waitFor({ timeout: 15_000 })
})

test('a panel that does not come says so, and comes at another try', async () => {
  const { page } = await stage.visit({ before: openShadow })
  await page.route('**/widget/panel', (route) => route.abort())
  await ready(page)
  await rolecall(page, 'open')
  const again = box(page).getByRole('button', { name: 'Chat' })
  await again.waitFor({ timeout: 15_000 })
  await page.unroute('**/widget/panel')
  await again.click()
  const panel = await panelOf(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  expect(await again.count()).toBe(0)
})

test('after shutdown a call brings it back, to a conversation that knows nothing of the last', async () => {
  const { page } = await stage.visit()
  await rolecall(page, 'identify', 'Ana', 'ana@example.com')
  const panel = await openPanel(page)
  await write(panel, 'Secret')
  await panel.getByText('Sent').waitFor()
  await rolecall(page, 'shutdown')
  expect(await rolecall(page, 'close')).toBe(false)
  await page.locator('rolecall-widget').waitFor({ state: 'detached' })
  expect(await rolecall(page, 'open')).toBe(true)
  const fresh = await panelOf(page)
  expect(await bubbles(fresh)).toEqual(['Northwind: Hello! How can we help?'])
  await write(fresh, 'Hello')
  await fresh.getByText('Sent').waitFor()
  expect(stage.fake.talks).toHaveLength(2)
  expect(stage.fake.talks[1]?.input).not.toHaveProperty('name')
})

test('what an old library returns from remove() harms nothing', async () => {
  const head = `<script>Element.prototype.remove = function () { this.parentNode.removeChild(this); return this }</script>`
  const { page } = await stage.visit({ head })
  await ready(page)
  for (const command of ['open', 'close', 'open']) await rolecall(page, command)
  const panel = await panelOf(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
})

test('an agent that adds a header to every request of the page keeps nobody from chatting', async () => {
  const head = `<script>
    const asked = window.fetch
    window.fetch = (address, init) => asked(address, { ...init, headers: { traceparent: '00-1-1-01', newrelic: 'x' } })
  </script>`
  const { page } = await stage.visit({ head })
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
})

test('identify takes what is text, and leaves the rest', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await page.evaluate(() => {
    const { Rolecall } = window as unknown as { Rolecall: (...args: unknown[]) => unknown }
    Rolecall('identify', { toString: () => 'x', run() {} }, 'ana@example.com')
  })
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  expect(stage.fake.talks[0]?.input).toMatchObject({ email: 'ana@example.com' })
  expect(stage.fake.talks[0]?.input).not.toHaveProperty('name')
})

test.each([
  [
    'with blanks around the id works',
    (url: string, id: string) => `<script async src="${url}" data-account=" ${id}\n"></script>`,
    0,
  ],
  ['without its id says so', (url: string) => `<script async src="${url}"></script>`, 1],
  [
    'as a module says so',
    (url: string, id: string) => `<script type="module" src="${url}" data-account="${id}"></script>`,
    1,
  ],
] as const)('a snippet %s', async (_, write, warnings) => {
  const site = await startSite(() => plainPage(write(`${stage.fake.url}/widget.js`, stage.fake.account)))
  const { context, close } = await visitor(await testBrowser())
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(site.url)
  if (warnings === 0) await page.locator('rolecall-widget').waitFor({ state: 'attached' })
  await expect.poll(() => said).toEqual(warnings ? ['Rolecall: unknown account'] : [])
  await close()
  await site.close()
})

test('21,000 pasted characters are told of, not cut', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  const composer = panel.locator('.composer textarea')
  await write(panel, 'x'.repeat(21_000))
  await panel.getByRole('alert').getByText('21,000 / 10,000').waitFor()
  expect((await composer.inputValue()).length).toBe(21_000)
  expect(stage.fake.talks).toHaveLength(0)
  await write(panel, 'x'.repeat(10_000))
  await panel.getByText('Sent').waitFor()
  expect(stage.fake.talks[0]?.chat.messages[0]?.body).toHaveLength(10_000)
})

test('what the form cannot send stands at its field, with the reason', async () => {
  stage.fake.config.online = false
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await panel.getByLabel('Name').fill('   ')
  await panel.getByLabel('Email').fill('user&co@example.com')
  await panel.getByLabel('Message').fill('Hello')
  const problem = (label: string) =>
    panel.getByLabel(label).evaluate((input) => (input as HTMLInputElement).validationMessage)
  await panel.getByRole('button', { name: 'Send' }).click()
  expect(await problem('Name')).not.toBe('')
  expect(stage.fake.talks).toHaveLength(0)
  await panel.getByLabel('Name').fill('Ana')
  const fields = [{ path: 'email', message: 'is not an email address' }]
  const refusal = { code: 'INVALID_INPUT', message: 'No.', requestId: '1', fields }
  await page.route('**/trpc/visitor.offline', (route) =>
    route.fulfill({ status: 400, json: { error: { message: 'No.', code: -32600, data: { refusal } } } }),
  )
  await panel.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => problem('Email')).toBe('is not an email address')
  await page.unroute('**/trpc/visitor.offline')
  await panel.getByLabel('Email').fill('ana@example.com')
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByText('Thank you.').waitFor()
})

test('a link is read from left to right, whatever stands before it; one that hides its host is none', async () => {
  const { page } = await stage.visit()
  const panel = await openPanel(page)
  await write(panel, 'Hello')
  await panel.getByText('Sent').waitFor()
  stage.fake.reply('\u202ehttps://a.example/gpj.exe https://paypal.com@evil.example')
  const link = panel.locator('.bubble a')
  expect(await link.allInnerTexts()).toEqual(['https://a.example/gpj.exe'])
  expect(
    await link.evaluate((element) => [getComputedStyle(element).unicodeBidi, getComputedStyle(element).direction]),
  ).toEqual(['isolate', 'ltr'])
})
