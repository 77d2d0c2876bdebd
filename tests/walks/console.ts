import { look } from '../controls.ts'
import { controlsOf } from './controls.ts'
import type { Walk } from './walk.ts'

/** Everything in the console that calls a procedure. A chat is read by being looked at, and what waits counts itself. */
const controls = await controlsOf('console', { beside: ['switches'], but: ['inbox.read', 'inbox.waiting'] })

/** Walks through the console as a person would, opens every menu, and notes every control that is there. */
async function walk({ page, url, quiet }: Walk): Promise<Set<string>> {
  const seen = new Set<string>()
  const note = async () => {
    await quiet()
    await look(page, seen)
  }
  const openMenu = async (name: RegExp) => {
    const button = page.getByRole('button', { name }).first()
    if ((await button.count()) === 0) return
    await button.click()
    await note()
    await page.keyboard.press('Escape')
  }

  for (const status of ['open', 'closed']) {
    await page.goto(`${url}/console/inbox/all${status === 'closed' ? '?status=closed' : ''}`)
    await page.locator('.rail').waitFor()
    await note()
    const row = page.locator('a[data-call="inbox.thread"]').first()
    if ((await row.count()) === 0) continue
    await row.click()
    await page.getByRole('log').waitFor()
    await note()
    await openMenu(/assign|nobody/i)
    await openMenu(/more/i)
    const tab = page.getByRole('tab', { name: 'Note' })
    if (await tab.count()) {
      await tab.click()
      await note()
    }
  }

  await page.goto(`${url}/console/contacts`)
  await page.locator('.contact-row').first().click()
  await note()
  await openMenu(/more/i)

  await page.goto(`${url}/console/reports`)
  await page.locator('.rail').waitFor()
  await note()
  return seen
}

export const inConsole = { controls, walk }
