import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'
import type { Desk } from './console-site.ts'

/**
 * Returns what keeps an opened desk until the end of the test and gives its page. A test fails if a page of its desks
 * logged an error that is not among the `refusals` (HTTP statuses) the tests are about.
 */
export function keepDesks(...refusals: number[]): (opening: Promise<Desk>) => Promise<Page> {
  const desks: Desk[] = []
  afterEach(async () => {
    const errors = desks.flatMap((desk) => desk.errors)
    await Promise.all(desks.splice(0).map((desk) => desk.context.close()))
    const faults = errors.filter((text) => !refusals.some((status) => text.includes(`status of ${status}`)))
    if (faults.length > 0) throw new Error(`The page logged errors:\n${faults.join('\n')}`)
  })
  return async (opening) => {
    const desk = await opening
    desks.push(desk)
    return desk.page
  }
}
