import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

/** A tab of Team Members. */
export const departments: SettingsPage = {
  path: paths.departments,
  call: 'departments.list',
  permission: 'team.view',
  load: () => import('./departments.tsx').then((file) => file.Departments),
}
