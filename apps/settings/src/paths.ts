import { settingsPages } from '@rolecall/ui'

// The settings' addresses, each written once; those of the navigation's pages are in @rolecall/ui.

export const base = '/settings'

export const paths = {
  home: `${base}/`,
  team: settingsPages.team.path,
  invites: `${base}/team/invites`,
  departments: `${base}/team/departments`,
  roles: settingsPages.roles.path,
  newRole: `${base}/roles/new`,
  access: settingsPages.access.path,
  requests: settingsPages.requests.path,
  history: settingsPages.history.path,
  hints: settingsPages.hints.path,
  code: settingsPages.code.path,
  plan: settingsPages.plan.path,
  /** In the console. */
  inbox: '/console/inbox',
} as const

export const memberPath = (memberId: string): string => `${paths.team}/member/${memberId}`
export const rolePath = (roleId: string, section?: string): string =>
  section ? `${paths.roles}/${roleId}/${section}` : `${paths.roles}/${roleId}`

/** The console's door, which leads back to this address. */
export const doorPath = (to: string): string => `/console/?to=${encodeURIComponent(to)}`
