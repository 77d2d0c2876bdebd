import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

/** What oneself may do, and what may be asked for: every member's menu leads here. */
export const ownAccess: SettingsPage = {
  path: paths.own,
  call: 'roles.own',
  permission: 'inbox.view',
  load: () => import('./own.tsx').then((file) => file.OwnAccess),
}

export const access: SettingsPage = {
  path: paths.requests,
  call: 'access.requests',
  permission: 'team.manage',
  nav: { label: 'Requests', icon: 'key', key: 'q', group: 'team' },
  load: () => import('./requests.tsx').then((file) => file.Requests),
}
