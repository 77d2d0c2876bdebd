import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

export const billing: SettingsPage = {
  path: paths.plan,
  call: 'billing.plan',
  permission: 'billing.view',
  nav: { label: 'Plan', icon: 'card', key: 'p', group: 'account' },
  load: () => import('./plan.tsx').then((file) => file.Plan),
}
