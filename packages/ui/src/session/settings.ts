import type { Permission } from '@rolecall/permissions'
import type { Procedure } from './procedure.ts'
import { mayCall } from './session.ts'

/** The pages of the settings: where each is, the call without which it has nothing to show, and what that call needs. */
export const settingsPages = {
  team: { path: '/settings/team', call: 'team.members', permission: 'team.view' },
  requests: { path: '/settings/requests', call: 'access.requests', permission: 'team.manage' },
  roles: { path: '/settings/roles', call: 'roles.list', permission: 'roles.view' },
  access: { path: '/settings/access', call: 'roles.whoCan', permission: 'roles.view' },
  hints: { path: '/settings/hints', call: 'roles.hints', permission: 'roles.view' },
  code: { path: '/settings/code', call: 'roles.export', permission: 'roles.view' },
  history: { path: '/settings/history', call: 'audit.list', permission: 'audit.view' },
  plan: { path: '/settings/plan', call: 'billing.plan', permission: 'billing.view' },
} as const satisfies Record<string, SettingsPage>

export type SettingsPageId = keyof typeof settingsPages

/** Whether there is a page of the settings that this member may open. */
export const maySeeSettings = (): boolean => Object.values(settingsPages).some(({ call }) => mayCall(call))

interface SettingsPage {
  path: string
  call: Procedure
  permission: Permission
}
