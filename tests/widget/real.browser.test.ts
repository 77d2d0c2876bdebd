import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testBrowser } from '../browser.ts'
import { type RunningServer, startDemo } from '../server.ts'
import { bubbles, openPanel, openShadow, rolecall, until, visitor, write } from './driver.ts'
import { elsewhere, plainPage, snippet, startSite } from './site.ts'

// The widget on a foreign site against the server itself, and members who answer through the typed calls' own addresses.

let server: RunningServer
let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
let admin: Caller

type Caller = <Answer>(path: string, input?: object, change?: boolean) => Promise<Answer>
interface Rows {
  rows: {
    id: string
    department: { name: string } | null
    contact: { name: string }
    preview: { body: string } | null
    seenSeq: number
  }[]
}

beforeAll(async () => {
  server = await startDemo()
  browser = await testBrowser()
  const shop = await (await fetch(`${server.url}/demo/shop`)).text()
  const account = /data-account="([^"]+)"/.exec(shop)?.[1] as string
  site = await startSite(() => plainPage(snippet({ url: elsewhere(server.url), account })))
  admin = await signIn('Administrator')
})
afterAll(async () => {
  await site?.close()
  await server?.stop()
})
beforeEach(async () => {
  await admin('switches.setOnline', { online: true }, true)
  await admin('switches.setWidget', { shown: true }, true)
})

async function signIn(role: string): Promise<Caller> {
  const origin = server.url
  const headers = { 'content-type': 'application/json', origin }
  const answer = await fetch(`${origin}/trpc/demo.signIn`, { method: 'POST', headers, body: JSON.stringify({ role }) })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] as string
  return async (path, input = {}, change = false) => {
    const query = change ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    const body = change ? { method: 'POST', body: JSON.stringify(input) } : {}
    const response = await fetch(`${origin}/trpc/${path}${query}`, { ...body, headers: { ...headers, cookie } })
    const json = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(json)}`)
    return json.result.data
  }
}

async function visit(): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const { context, errors } = await visitor(browser)
  await context.addInitScript(openShadow)
  const page = await context.newPage()
  await page.goto(site.url)
  return { page, context, errors }
}

/** The chat whose newest message is `body`. */
async function chatOf(body: string) {
  const { rows } = await until(
    () => admin<Rows>('inbox.list', { view: 'all', status: 'open', limit: 50 }),
    ({ rows }) => rows.some(({ preview }) => preview?.body === body),
  )
  return rows.find(({ preview }) => preview?.body === body) as Rows['rows'][number]
}

test('a visitor writes, a member answers, both see it live; a reload keeps it; the team sees that it was seen', async () => {
  const { page, context, errors } = await visit()
  const panel = await openPanel(page)
  await write(panel, 'Is the raku bowl food safe?')
  await panel.getByText('Sent').waitFor()
  const chat = await chatOf('Is the raku bowl food safe?')
  expect(chat.contact.name).toMatch(/^Guest \d+$/)
  const reply = (body: string) => admin('inbox.reply', { chatId: chat.id, id: crypto.randomUUID(), body }, true)
  await admin('inbox.note', { chatId: chat.id, id: crypto.randomUUID(), body: 'Ask the studio first' }, true)
  await reply('It is, but not for soup every day.')
  await panel.getByText('It is, but not for soup').waitFor()
  await write(panel, 'Thank you!')
  await until(
    () => bubbles(panel),
    (all) => all.length === 4,
  )
  expect((await bubbles(panel)).slice(1)).toEqual([
    'You: Is the raku bowl food safe?',
    // The member's first name, and no note.
    'Ingrid: It is, but not for soup every day.',
    'You: Thank you!',
  ])
  await until(
    async () => (await chatOf('Thank you!')).seenSeq,
    (seen) => seen >= 3,
  )

  await rolecall(page, 'close')
  await reply('Any time.')
  const badge = page.locator('rolecall-widget .badge')
  await until(
    () => badge.textContent(),
    (text) => text === '1',
  )
  await page.reload()
  await until(
    () => badge.textContent(),
    (text) => text === '1',
  )
  const again = await openPanel(page)
  await again.getByText('Any time.').waitFor()
  expect((await bubbles(again)).slice(1)).toHaveLength(4)
  expect(errors).toEqual([])
  await context.close()
})

test('the first message goes to the department that the page names', async () => {
  const { page, context, errors } = await visit()
  await rolecall(page, 'department', 'plant CARE')
  const panel = await openPanel(page)
  await rolecall(page, 'identify', 'Dora', 'dora@example.com')
  await write(panel, 'My fern turns brown')
  await panel.getByText('Sent').waitFor()
  const { department, contact } = await chatOf('My fern turns brown')
  expect([department?.name, contact.name]).toEqual(['Plant care', 'Dora'])
  expect(errors).toEqual([])
  await context.close()
})

test('the switches reach an open panel: away, back, hidden', async () => {
  const { page, context } = await visit()
  const panel = await openPanel(page)
  await write(panel, 'Switches')
  await panel.getByText('Sent').waitFor()
  await admin('switches.setOnline', { online: false }, true)
  await panel.getByText('We are away. Write here').waitFor()
  await admin('switches.setOnline', { online: true }, true)
  await panel.getByText('We are away. Write here').waitFor({ state: 'hidden' })
  await admin('switches.setWidget', { shown: false }, true)
  await page.locator('rolecall-widget .launcher').waitFor({ state: 'hidden' })
  expect(await rolecall(page, 'open')).toBe(false)
  await page.reload()
  await page.waitForTimeout(500)
  expect(await page.locator('rolecall-widget').count()).toBe(0)
  await context.close()
})

test('while nobody is there, the form becomes a chat with a name', async () => {
  await admin('switches.setOnline', { online: false }, true)
  const { page, context } = await visit()
  const panel = await openPanel(page)
  await panel.getByLabel('Name').fill('Maria Santos')
  await panel.getByLabel('Email').fill('maria@example.com')
  await panel.getByLabel('Message').fill('Do you ship to Lisbon?')
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByText('Thank you. You find our answer here.').waitFor()
  expect((await chatOf('Do you ship to Lisbon?')).contact.name).toBe('Maria Santos')
  await context.close()
})

test('closed, opened again by writing, and deleted: the panel follows', async () => {
  const { page, context } = await visit()
  const panel = await openPanel(page)
  await write(panel, 'Close me')
  await panel.getByText('Sent').waitFor()
  const { id: chatId } = await chatOf('Close me')
  await admin('inbox.close', { chatId }, true)
  await panel.getByText('This chat was closed.').waitFor()
  await write(panel, 'Not yet')
  await panel.getByText('This chat was closed.').waitFor({ state: 'hidden' })
  await chatOf('Not yet')
  await admin('inbox.delete', { chatId }, true)
  await panel.getByText('That chat no longer exists.').waitFor()
  await write(panel, 'A fresh start')
  await panel.getByText('Sent').waitFor()
  expect((await chatOf('A fresh start')).id).not.toBe(chatId)
  await context.close()
})

test('an answer that is lost on the way makes no second message', async () => {
  const { page, context } = await visit()
  const panel = await openPanel(page)
  let lost = 0
  for (const path of ['start', 'say']) {
    await page.route(`**/trpc/visitor.${path}`, async (route) => {
      if (lost++ % 2) return route.continue()
      await route.fetch()
      await route.abort()
    })
    const body = `Lost once: ${path}`
    await write(panel, body)
    await panel.getByText('Sent').waitFor({ timeout: 10_000 })
    const { id: chatId } = await chatOf(body)
    const { messages } = await admin<{ messages: { body: string }[] }>('inbox.thread', { chatId, limit: 50 })
    expect(messages.filter((message) => message.body === body)).toHaveLength(1)
  }
  // The first message had to be sent again; of the second the stream told that it had arrived.
  expect(lost).toBe(3)
  await context.close()
})
