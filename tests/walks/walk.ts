import type { Page } from 'playwright-core'

/** What a walk through an app is given: somebody's page, and a wait until it shows all that it will. */
export interface Walk {
  page: Page
  url: string
  quiet: () => Promise<void>
}
