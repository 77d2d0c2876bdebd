import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { lines } from './matrix/table.ts'

/** Notes every control in sight, by the procedure that it calls. */
export async function look(page: Page | Locator, seen: Set<string>): Promise<void> {
  const found = await page
    .locator('[data-call]')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('data-call') ?? ''))
  for (const call of found) seen.add(call)
}

/**
 * Which of the controls the server takes from whoever is signed in on the page. It asks for each with an input that no
 * procedure knows: the guard speaks before the input is looked at, so nothing is done.
 */
export async function accepted(page: Page, controls: readonly string[]): Promise<Set<string>> {
  const doors = controls.map((name) => {
    const { method = 'GET', address = `/trpc/${name}` } = lines[name] ?? {}
    return { name, method, address }
  })
  const answers = await page.evaluate(async (doors) => {
    const body = JSON.stringify({ noSuchKey: true })
    const query = `?noSuchKey=1&input=${encodeURIComponent(body)}`
    const found: Record<string, number> = {}
    for (const { name, method, address } of doors) {
      const asked =
        method === 'GET'
          ? fetch(address + query)
          : fetch(address, { method, headers: { 'content-type': 'application/json' }, body })
      found[name] = (await asked).status
    }
    return found
  }, doors)
  for (const [name, status] of Object.entries(answers))
    expect([name, [200, 400, 403].includes(status)]).toEqual([name, true])
  return new Set(controls.filter((name) => answers[name] !== 403))
}
