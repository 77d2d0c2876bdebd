import { paths } from '../paths.ts'
import type { ConsolePage } from '../shell/console-page.ts'

export const inbox: ConsolePage = {
  path: paths.inbox,
  params: '/:view?/:chatId?',
  call: 'inbox.list',
  permission: 'inbox.view',
  nav: { label: 'Inbox', icon: 'inbox', key: 'i', group: 'rail' },
  load: () => import('./inbox.tsx').then((file) => file.Inbox),
}
