import { paths } from '../paths.ts'
import type { SettingsPage } from '../shell/settings-page.ts'

export const team: SettingsPage = {
  path: paths.team,
  call: 'team.members',
  permission: 'team.view',
  nav: { label: 'Team Members', icon: 'contacts', key: 't', group: 'team' },
  load: () => import('./members.tsx').then((file) => file.Members),
  within: [
    {
      path: paths.invites,
      call: 'team.invites',
      permission: 'team.view',
      load: () => import('./invites.tsx').then((file) => file.Invites),
    },
    {
      path: paths.member,
      params: '/:memberId',
      call: 'team.member',
      permission: 'team.view',
      load: () => import('./member.tsx').then((file) => file.Member),
    },
  ],
}
