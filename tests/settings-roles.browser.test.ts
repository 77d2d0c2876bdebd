import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { accepted, look } from './controls.ts'
import { defaults, procedures } from './matrix/table.ts'
import { type RunningServer, startDemo } from './server.ts'

// As roles.browser.test.ts does with the console: signs in as each role, walks through the settings, opens every menu, and
// compares what is on the screen with what the server accepts, control by control.

/** Everything in the settings that calls a procedure which changes or takes out something, by that procedure. */
const controls = [
  'team.setRole',
  'team.setRoles',
  'team.setDepartments',
  'team.deactivate',
  'team.reactivate',
  'team.remove',
  'team.invite',
  'team.resendInvite',
  'team.revokeInvite',
  'departments.create',
  'departments.rename',
  'departments.delete',
  'access.grant',
  'access.refuse',
  'access.give',
  'access.end',
  'roles.create',
  'roles.edit',
  'roles.delete',
  'roles.versions',
  'roles.rollBack',
  'roles.preview',
  'roles.accessCsv',
  'roles.import',
  'audit.export',
  'billing.changePlan',
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
  let shown: Set<string>
  let taken: Set<string>

  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${server.url}/demo/`)
    await page.getByRole('button', { name: `Sign in as ${role}` }).click()
    await page.waitForURL(/\/console\//)
    taken = await accepted(page, controls)
    shown = await whatTheScreenShows(page, server.url)
  })
  afterAll(() => context?.close())

  test.each(controls)('%s is on the screen if, and only if, the server takes it', (control) => {
    expect({ control, shown: shown.has(control) }).toEqual({ control, shown: taken.has(control) })
    expect({ control, accepted: taken.has(control) }).toEqual({
      control,
      accepted: defaults[role]?.includes(procedures[control] ?? ''),
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
})

/** Walks through every page of the settings and notes every control that is there. */
async function whatTheScreenShows(page: Page, url: string): Promise<Set<string>> {
  const seen = new Set<string>()
  const open = async (path: string) => {
    await page.goto(`${url}/settings/${path}`)
    await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(700)
    await look(page, seen)
  }
  /** Presses what may not be there. */
  const press = async (what: Locator) => {
    if ((await what.count()) === 0) return false
    await what.first().click()
    await page.waitForTimeout(300)
    await look(page, seen)
    return true
  }
  const openMenu = async (name: string) => {
    if (await press(page.getByRole('button', { name: `More for ${name}` }))) await page.keyboard.press('Escape')
  }

  await open('team')
  // Somebody who works, and somebody who has left.
  for (const name of ['Bartek Zielinski', 'Viktor Hansen']) await openMenu(name)
  await press(page.getByRole('checkbox', { name: 'Choose Bartek Zielinski' }))
  if (await press(page.getByRole('link', { name: 'Bartek Zielinski' }))) {
    await page.getByRole('heading', { name: 'Bartek Zielinski' }).waitFor()
    await page.waitForTimeout(700)
    await look(page, seen)
  }
  await open('team/invites')
  await open('team/departments')
  await openMenu('Orders')
  for (const path of ['requests', 'roles', 'access', 'hints', 'code', 'history', 'plan']) await open(path)
  // A custom role with something unsaved, its menu, and how it came to be what it is.
  await open('roles')
  if (await press(page.getByRole('link', { name: 'Night shift' }))) {
    await page.getByRole('heading', { name: 'Night shift' }).waitFor()
    await page.waitForTimeout(700)
    await press(page.getByRole('switch', { name: 'Full Access' }).and(page.locator(':enabled')))
    await openMenu('this role')
    await press(page.getByRole('button', { name: 'More for this role' }))
    await press(page.getByRole('menuitem', { name: 'Versions' }))
    await press(page.getByRole('button', { name: 'Roll back to this' }))
  }
  return seen
}
