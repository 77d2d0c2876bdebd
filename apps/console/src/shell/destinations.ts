import { type CallName, type Destination, type Entry, entriesOf, mayCall } from '@rolecall/ui'
import { pages } from '../pages.ts'
import { paths } from '../paths.ts'
import { words } from '../words.ts'

/** The pages this member may open now, in the order of the rail. */
export const destinations = (): Entry[] => entriesOf(pages)

/** They, and the settings for those who find something there: what the palette and the keys lead to. */
export const everywhere = (): Destination[] => [...destinations(), ...(maySeeSettings() ? [settings] : [])]

/** Whether the settings have a page that this member may open. Which there are they say themselves, when we are built. */
export const maySeeSettings = (): boolean =>
  (import.meta.env.SETTINGS_CALLS ?? '').split(' ').some((call) => mayCall(call as CallName))

const settings: Destination = {
  id: 'settings',
  label: words.nav.settings,
  icon: 'settings',
  path: paths.settings,
  key: 's',
  away: true,
}
