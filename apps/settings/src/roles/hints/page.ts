import { base } from '../../paths.ts'
import type { SettingsPage } from '../../shell/settings-page.ts'

export const hints: SettingsPage = {
  path: `${base}/hints`,
  call: 'roles.hints',
  permission: 'roles.view',
  nav: { label: 'Hints', icon: 'bulb', key: 'n', group: 'roles' },
  load: () => import('./hints.tsx').then((file) => file.Hints),
}
