import { type IconName, mayCall, type Procedure } from '@rolecall/ui'
import { paths } from '../paths.ts'
import { words } from '../words.ts'

/** A page of the rail: where it is and the call without which it has nothing to show. */
export interface Destination {
  id: 'inbox' | 'contacts' | 'reports'
  label: string
  icon: IconName
  path: string
  call: Procedure
  /** Second key after `g`. */
  key: string
}

const all: readonly Destination[] = [
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
export const destinations = (): Destination[] => all.filter((page) => mayCall(page.call))
