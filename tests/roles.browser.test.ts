import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { accepted, look } from './controls.ts'
import { defaults, procedures } from './matrix/table.ts'
import { type RunningServer, startDemo } from './server.ts'

// Signs in as each role and compares what is on the screen with what the server accepts, control by control.

/** Everything in the console that calls a procedure, by that procedure. */
const controls = [
  'inbox.list',
  'inbox.thread',
  'inbox.reply',
  'inbox.note',
  'inbox.assignees',
  'inbox.assign',
  'inbox.close',
  'inbox.reopen',
  'inbox.delete',
  'contacts.list',
  'contacts.get',
  'contacts.edit',
  'contacts.delete',
  'contacts.export',
  'reports.chats',
  'switches.setOnline',
  'switches.setWidget',
]

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startDemo()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe.each(Object.keys(defaults))('%s', (role) => {
  let context: BrowserContext
  let page: Page
  let shown: Set<string>
  let taken: Set<string>

  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    await page.goto(`${server.url}/demo/`)
    await page.getByRole('button', { name: `Sign in as ${role}` }).click()
    await page.waitForURL(/\/console\//)
    taken = await accepted(page, controls)
    shown = await whatTheScreenShows(page, server.url)
  })
  afterAll(() => context?.close())

  test.each(controls)('%s is on the screen if, and only if, the server takes it', (control) => {
    const permission = procedures[control] ?? ''
    expect({ control, shown: shown.has(control) }).toEqual({ control, shown: taken.has(control) })
    expect({ control, accepted: taken.has(control) }).toEqual({
      control,
      accepted: defaults[role]?.includes(permission),
    })
  })

  test('nothing on the screen calls what is not in the list', () => {
    // Whoever misses something may ask for it.
    expect([...shown].filter((control) => ![...controls, 'access.request'].includes(control))).toEqual([])
  })

  test('a deep link to reports is the report, or says what is missing and who can grant it', async () => {
    await page.goto(`${server.url}/console/reports`)
    if (taken.has('reports.chats')) {
      await page.getByRole('table').waitFor()
      return
    }
    await page.getByText('reports.view').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('See reports')
    expect(text).toMatch(/can grant it/)
  })
})

/** Walks through the console as a person would, opens every menu, and notes every control that is there. */
async function whatTheScreenShows(page: Page, url: string): Promise<Set<string>> {
  const seen = new Set<string>()
  const openMenu = async (name: RegExp) => {
    const button = page.getByRole('button', { name }).first()
    if ((await button.count()) === 0) return
    await button.click()
    await page.waitForTimeout(300)
    await look(page, seen)
    await page.keyboard.press('Escape')
  }

  for (const status of ['open', 'closed']) {
    await page.goto(`${url}/console/inbox/all${status === 'closed' ? '?status=closed' : ''}`)
    await page.locator('.rail').waitFor()
    await page.waitForTimeout(700)
    await look(page, seen)
    const row = page.locator('a[data-call="inbox.thread"]').first()
    if ((await row.count()) === 0) continue
    await row.click()
    await page.getByRole('log').waitFor()
    await look(page, seen)
    await openMenu(/assign|nobody/i)
    await openMenu(/more/i)
    const note = page.getByRole('tab', { name: 'Note' })
    if (await note.count()) {
      await note.click()
      await look(page, seen)
    }
  }

  await page.goto(`${url}/console/contacts`)
  await page.locator('.contact-row').first().click()
  await page.waitForTimeout(500)
  await look(page, seen)
  await openMenu(/more/i)

  await page.goto(`${url}/console/reports`)
  await page.waitForTimeout(700)
  await look(page, seen)
  return seen
}
