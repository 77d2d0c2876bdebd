import { paths } from '../../paths.ts'
import type { SettingsPage } from '../../shell/settings-page.ts'

export const whoCan: SettingsPage = {
  path: paths.access,
  call: 'roles.whoCan',
  permission: 'roles.view',
  nav: { label: 'Who can…?', icon: 'question', key: 'w', group: 'roles' },
  load: () => import('./who-can.tsx').then((file) => file.WhoCan),
}
