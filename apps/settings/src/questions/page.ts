import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

const load = () => import('./questions.tsx').then((file) => file.Questions)

export const questions: SettingsPage = {
  path: paths.questions,
  call: 'questions.whyNot',
  permission: 'roles.view',
  nav: { label: 'Questions', icon: 'info', key: 'k', group: 'roles' },
  load,
  within: [{ path: paths.questions, params: '/:question', call: 'questions.whyNot', permission: 'roles.view', load }],
}
