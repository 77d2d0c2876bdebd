import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

const role = () => import('./role.tsx').then((file) => file.Role)

export const roles: SettingsPage = {
  path: paths.roles,
  call: 'roles.list',
  permission: 'roles.view',
  nav: { label: 'Roles & Permissions', icon: 'shield', key: 'r', group: 'roles' },
  load: () => import('./roles.tsx').then((file) => file.Roles),
  within: [
    { path: paths.newRole, params: '/:section?', call: 'roles.create', permission: 'roles.manage', load: role },
    { path: paths.roles, params: '/:roleId/:section?', call: 'roles.get', permission: 'roles.view', load: role },
  ],
}
