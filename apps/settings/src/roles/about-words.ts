import { words as common } from '../words.ts'

/** The words of what a role is for. */
export const aboutWords = {
  ...common,
  add: 'Say what it is for',
  edit: 'Edit',
  title: (name: string) => `What is “${name}” for?`,
  label: 'Description',
  hint: 'Shown wherever one chooses a role. It allows nothing by itself.',
  saved: 'Saved.',
  locked: 'The plan includes fewer custom roles than there are, and this one is locked.',
  keepOpen: 'Keep this one open instead',
  keptOpen: (name: string) => `“${name}” is open now; another one is locked for it.`,
  defaults: {
    Administrator: 'May do everything.',
    Supervisor: 'Runs the team: everything but paying, the plan, and Administrators.',
    Agent: 'Works in the inbox and with contacts.',
    Support: 'Helps in the inbox, and deletes and exports nothing.',
  },
} as const
