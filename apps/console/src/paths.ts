import { root } from '@rolecall/ui/root'

// Addresses of the console that one page links to from another, each written once. Where only the rail leads to a page,
// its own page.ts says where it is.

export const base = `${root}/console`

export const paths = {
  home: `${base}/`,
  inbox: `${base}/inbox`,
  contacts: `${base}/contacts`,
  forgot: `${base}/forgot`,
  reset: `${base}/reset`,
  setup: `${base}/setup`,
  join: `${base}/join`,
  /** An app of its own. */
  settings: `${root}/settings/`,
} as const

export const chatPath = (chatId: string, view: 'mine' | 'unassigned' | 'all' = 'all'): string =>
  `${paths.inbox}/${view}/${chatId}`
export const contactPath = (contactId: string): string => `${paths.contacts}/${contactId}`
