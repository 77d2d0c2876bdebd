import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

export const audit: SettingsPage = {
  path: paths.history,
  call: 'audit.list',
  permission: 'audit.view',
  nav: { label: 'History', icon: 'clock', key: 'h', group: 'account' },
  load: () => import('./history.tsx').then((file) => file.History),
}
