import type { Locator } from 'playwright-core'
import { look } from '../controls.ts'
import { controlsOf, screensOf } from './controls.ts'
import type { Walk } from './walk.ts'

/** What is asked for where it is missed. */
const missed = ['access.request', 'access.withdraw']
/** Nobody in the demo has a token; its plan locks no role, and none was deleted (past.browser.test.ts). */
const notInDemo = ['apiTokens.revoke', 'apiTokens.revokeOf', 'roles.keepOpen', 'roles.restore']
/** The pages do it for one as for several. */
const forOne = ['team.invite', 'team.setDepartments']

/** Everything in the settings that changes or takes out something. */
const controls = await controlsOf('settings', {
  changes: true,
  but: [...missed, ...notInDemo, ...forOne],
  too: ['roles.versions'],
})

/** Of every page that needs nothing but its address. */
const addresses = (await screensOf('settings')).flatMap(({ path, params }) => (params ? [] : [path]))

/** Walks through every page of the settings and notes every control that is there. */
async function walk({ page, url, quiet }: Walk): Promise<Set<string>> {
  const seen = new Set<string>()
  const note = async () => {
    await quiet()
    await look(page, seen)
  }
  const open = async (path: string, anew: boolean) => {
    if (anew) await page.goto(url + path)
    else
      await page.evaluate((path) => {
        history.pushState(null, '', path)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
    await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
    await note()
  }
  /** Presses what may not be there. */
  const press = async (what: Locator) => {
    if ((await what.count()) === 0) return false
    await what.first().click()
    await note()
    return true
  }
  const openMenu = async (name: string) => {
    if (await press(page.getByRole('button', { name: `More for ${name}` }))) await page.keyboard.press('Escape')
  }

  /** What is done on a page beside looking at it. */
  const also: Record<string, () => Promise<void>> = {
    '/settings/team': async () => {
      // Somebody who works, and somebody who has left.
      for (const name of ['Bartek Zielinski', 'Viktor Hansen']) await openMenu(name)
      await press(page.getByRole('checkbox', { name: 'Choose Bartek Zielinski' }))
      if (!(await press(page.getByRole('link', { name: 'Bartek Zielinski' })))) return
      await page.getByRole('heading', { name: 'Bartek Zielinski' }).waitFor()
      await note()
    },
    '/settings/team/departments': () => openMenu('Orders'),
    // A custom role with something unsaved, its menu, and how it came to be what it is.
    '/settings/roles': async () => {
      if (!(await press(page.getByRole('link', { name: 'Night shift' })))) return
      await page.getByRole('heading', { name: 'Night shift' }).waitFor()
      await quiet()
      await press(page.getByRole('switch', { name: 'Full Access' }).and(page.locator(':enabled')))
      await openMenu('this role')
      await press(page.getByRole('button', { name: 'More for this role' }))
      await press(page.getByRole('menuitem', { name: 'Versions' }))
      await press(page.getByRole('button', { name: 'Roll back to this' }))
    },
  }
  // What was only looked at is left as by a link, for a sixth of what it takes to load it; open menus go with their page.
  let anew = true
  for (const address of addresses) {
    await open(address, anew)
    await also[address]?.()
    anew = address in also
  }
  return seen
}

export const inSettings = { controls, walk }
