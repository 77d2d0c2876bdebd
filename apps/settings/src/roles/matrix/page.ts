import { paths } from '../../paths.ts'
import type { SettingsPage } from '../../shell/settings-page.ts'

export const matrix: SettingsPage = {
  path: paths.matrix,
  call: 'roles.list',
  permission: 'roles.view',
  nav: { label: 'Roles side by side', icon: 'table', key: 'm', group: 'roles' },
  load: () => import('./matrix.tsx').then((file) => file.Matrix),
}
