import { base } from '../paths.ts'
import type { ConsolePage } from '../shell/console-page.ts'

export const reports: ConsolePage = {
  path: `${base}/reports`,
  call: 'reports.chats',
  permission: 'reports.view',
  nav: { label: 'Reports', icon: 'reports', key: 'r', group: 'rail' },
  load: () => import('./reports.tsx').then((file) => file.Reports),
}
