import { plural } from '@rolecall/ui'

/** The words of the list of roles, and of the room that the plan leaves in it. */
export const listWords = {
  defaults: 'Default roles',
  defaultsWhy: 'In every account, and always as they are. Duplicate one to change the copy.',
  customs: 'Custom roles',
  strip: {
    full: { one: '{n} full', other: '{n} full' },
    partial: { one: '{n} partial', other: '{n} partial' },
  },
  columns: { role: 'Role', access: 'Access', chats: 'Chats', members: 'Members' },
  notEditable: 'Not editable',
  yours: 'Your role',
  locked: 'Locked',
  lockedWhy:
    'Roles above what the plan includes are locked: they work as they are for those who hold them, but nobody edits one or newly gets it. Delete a role, or choose a larger plan.',
  unsaved: 'Unsaved changes',
  andUnassigned: 'and unassigned ones',
  allowance: (used: string, allowed: string, plan: string) => `${used} of ${allowed} · ${plan}`,
  allowanceLabel: 'Custom roles in use, and included in the plan',
  plans: { basic: 'Basic', pro: 'Pro', unlimited: 'Unlimited' },
  empty: 'No custom roles yet',
  emptyBody: 'Start from scratch, or open a default role and duplicate it: the copy is yours to change.',
  deleted: (count: number) => plural(count, { one: '{n} deleted role', other: '{n} deleted roles' }),
  full: 'No room for another custom role',
  seePlan: 'See the plan',
  draft: 'A new role waits, not saved yet.',
  goOn: 'Go on with it',
} as const
