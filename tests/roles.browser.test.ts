import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testBrowser } from './browser.ts'
import { accepted } from './controls.ts'
import { defaults, procedures } from './matrix/table.ts'
import { watchCalls } from './quiet.ts'
import { type RunningServer, startDemo } from './server.ts'
import { inConsole } from './walks/console.ts'
import { inSettings } from './walks/settings.ts'

// Signs in as each role, walks through both apps, opens every menu, and compares what is on the screen with what the
// server accepts, control by control.

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startDemo()
  browser = await testBrowser()
})
afterAll(() => server?.stop())

describe.each(Object.keys(defaults))('%s', (role) => {
  let context: BrowserContext
  let page: Page
  let quiet: () => Promise<void>
  let taken: Set<string>

  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    page = await context.newPage()
    quiet = watchCalls(page)
    await page.goto(`${server.url}/demo/`)
    await page.getByRole('button', { name: `Sign in as ${role}` }).click()
    await page.waitForURL(/\/console\//)
    taken = await accepted(page, [...inConsole.controls, ...inSettings.controls])
  })
  afterAll(() => context?.close())

  /** The tests of one app; returns a look at what its screens showed. */
  const compare = ({ controls, walk }: typeof inConsole | typeof inSettings) => {
    let shown: Set<string>
    beforeAll(async () => {
      shown = await walk({ page, url: server.url, quiet })
    })

    test.each(controls)('%s is on the screen if, and only if, the server takes it', (control) => {
      expect({ control, shown: shown.has(control) }).toEqual({ control, shown: taken.has(control) })
      expect({ control, accepted: taken.has(control) }).toEqual({
        control,
        accepted: procedures[control] === 'member' || defaults[role]?.includes(procedures[control] ?? ''),
      })
    })

    test('nothing on the screen calls what the server refuses', () => {
      const holds = new Set(defaults[role])
      const refused = [...shown].filter((call) => {
        const wanted = procedures[call] ?? ''
        return wanted !== 'member' && !holds.has(wanted)
      })
      expect(refused).toEqual([])
    })
    return () => shown
  }

  describe('in the console', () => {
    const shown = compare(inConsole)

    test('nothing on the screen calls what is not in the list', () => {
      // Whoever misses something may ask for it.
      expect([...shown()].filter((control) => ![...inConsole.controls, 'access.request'].includes(control))).toEqual([])
    })
  })

  describe('in the settings', () => void compare(inSettings))

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
