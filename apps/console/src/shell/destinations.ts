import { type Destination, mayCall, maySeeSettings, type Procedure } from '@rolecall/ui'
import { paths } from '../paths.ts'
import { words } from '../words.ts'

/** A page of the rail: where it is and the call without which it has nothing to show. */
export interface RailPage extends Destination {
  id: 'inbox' | 'contacts' | 'reports'
  call: Procedure
}

const all: readonly RailPage[] = [
  { id: 'inbox', label: words.nav.inbox, icon: 'inbox', path: paths.inbox, call: 'inbox.list', key: 'i' },
  {
    id: 'contacts',
    label: words.nav.contacts,
    icon: 'contacts',
    path: paths.contacts,
    call: 'contacts.list',
    key: 'c',
  },
  { id: 'reports', label: words.nav.reports, icon: 'reports', path: paths.reports, call: 'reports.chats', key: 'r' },
]

/** The pages this member may open now, in the order of the rail. */
export const destinations = (): RailPage[] => all.filter((page) => mayCall(page.call))

/** They, and the settings for those who find something there: what the palette and the keys lead to. */
export const everywhere = (): Destination[] => [...destinations(), ...(maySeeSettings() ? [settings] : [])]

const settings: Destination = {
  id: 'settings',
  label: words.nav.settings,
  icon: 'settings',
  path: paths.settings,
  key: 's',
  away: true,
}
