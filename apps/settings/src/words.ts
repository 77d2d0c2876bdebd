import { words as shared } from '@rolecall/ui'

// The words of the settings' shell. Each page keeps its own beside its screens (team/words.ts, roles/words.ts, …).

export const words = {
  ...shared,

  settings: 'Settings',
  undo: 'Undo',
  forGood: 'for good',
  inbox: 'Back to inbox',
  /** Before a time. */
  untilWhen: 'ends',
  /** Of a permission that nothing asks for yet. */
  idle: {
    badge: 'Nothing behind it yet',
    why: 'It opens nothing today, whoever holds it.',
  },
  waiting: { one: '{n} request waits', other: '{n} requests wait' },
  inboxShort: 'Inbox',
  newRole: 'Add a new role',
  noneFits: 'Nothing by that name.',
  severalFit: 'Several fit: type on, or choose one.',

  /** How long access is given for. */
  lengths: { hour: '1 hour', day: '1 day', days: '3 days', week: '1 week', ever: 'For good' },

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
