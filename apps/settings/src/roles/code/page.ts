import { base } from '../../paths.ts'
import type { SettingsPage } from '../../shell/settings-page.ts'

export const code: SettingsPage = {
  path: `${base}/code`,
  call: 'roles.export',
  permission: 'roles.view',
  nav: { label: 'Roles as code', icon: 'code', key: 'c', group: 'roles' },
  load: () => import('./code.tsx').then((file) => file.Code),
}
