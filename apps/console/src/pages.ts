import { contacts } from './contacts/page.ts'
import { inbox } from './inbox/page.ts'
import { reports } from './reports/page.ts'
import type { ConsolePage } from './shell/console-page.ts'

/** Every page of the console, in the order of the rail; the first is where it begins. */
export const pages: readonly ConsolePage[] = [inbox, contacts, reports]
