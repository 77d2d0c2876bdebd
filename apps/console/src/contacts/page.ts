import { paths } from '../paths.ts'
import type { ConsolePage } from '../shell/console-page.ts'

export const contacts: ConsolePage = {
  path: paths.contacts,
  params: '/:contactId?',
  call: 'contacts.list',
  permission: 'contacts.view',
  nav: { label: 'Contacts', icon: 'contacts', key: 'c', group: 'rail' },
  load: () => import('./contacts.tsx').then((file) => file.Contacts),
}
