import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

export const widget: SettingsPage = {
  path: paths.widget,
  call: 'widget.seen',
  permission: 'widget.customize',
  nav: { label: 'Widget', icon: 'chat', key: 'd', group: 'account' },
  load: () => import('./widget.tsx').then((file) => file.Widget),
}
