import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

/** One's own tokens: every member's menu leads here. */
export const tokens: SettingsPage = {
  path: paths.tokens,
  call: 'apiTokens.mine',
  permission: 'api.manage',
  load: () => import('./tokens.tsx').then((file) => file.Tokens),
}
