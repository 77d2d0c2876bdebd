import { words as shared } from '@rolecall/ui'

// The words of the settings' shell. Each page keeps its own beside its screens (team/words.ts, roles/words.ts, …).

export const words = {
  ...shared,

  settings: 'Settings',
  undo: 'Undo',
  download: {
    done: (name: string) => `${name} is downloaded.`,
    failed: 'The file did not come. Check your network, then try again.',
    preview: 'This is a preview: nothing is downloaded.',
  },
  forGood: 'for good',
  inbox: 'Back to inbox',
  inboxShort: 'Inbox',
  newRole: 'Add a new role',

  plans: { basic: 'Basic', pro: 'Pro', unlimited: 'Unlimited' },

  /** In the order of the navigation. */
  groups: {
    team: 'Team',
    roles: 'Roles',
    account: 'Account',
  },

  tabs: {
    label: 'Team',
    members: 'Members',
    invites: 'Invitations',
    departments: 'Departments',
  },
} as const
