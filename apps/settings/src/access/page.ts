import { base } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

export const access: SettingsPage = {
  path: `${base}/requests`,
  call: 'access.requests',
  permission: 'team.manage',
  nav: { label: 'Requests', icon: 'key', key: 'q', group: 'team' },
  load: () => import('./requests.tsx').then((file) => file.Requests),
}
