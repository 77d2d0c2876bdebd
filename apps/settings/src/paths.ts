import { root } from '@rolecall/ui/root'

// Addresses of the settings that one page links to from another, each written once. Where only the navigation leads to a
// page, its own page.ts says where it is.

export const base = `${root}/settings`

export const paths = {
  home: `${base}/`,
  team: `${base}/team`,
  invites: `${base}/team/invites`,
  departments: `${base}/team/departments`,
  member: `${base}/team/member`,
  roles: `${base}/roles`,
  newRole: `${base}/roles/new`,
  matrix: `${base}/matrix`,
  questions: `${base}/questions`,
  access: `${base}/access`,
  /** What oneself may do. */
  own: `${base}/own`,
  requests: `${base}/requests`,
  history: `${base}/history`,
  plan: `${base}/plan`,
  widget: `${base}/widget`,
  tokens: `${base}/tokens`,
  /** In the console. */
  inbox: `${root}/console/inbox`,
} as const

export const memberPath = (memberId: string): string => `${paths.member}/${memberId}`
export const rolePath = (roleId: string, section?: string): string =>
  section ? `${paths.roles}/${roleId}/${section}` : `${paths.roles}/${roleId}`

/** In the console. */
export const chatPath = (chatId: string): string => `${paths.inbox}/all/${chatId}`
export const contactPath = (contactId: string): string => `${root}/console/contacts/${contactId}`

/** The console's door, which leads back to this address. */
export const doorPath = (to: string): string => `${root}/console/?to=${encodeURIComponent(to)}`
