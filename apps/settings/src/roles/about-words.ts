import { words as common } from '../words.ts'

/** The words of what is opened to say what a role is for. */
export const aboutWords = {
  ...common,
  title: (name: string) => `What is “${name}” for?`,
  label: 'Description',
  hint: 'Shown wherever one chooses a role. It allows nothing by itself.',
  saved: 'Saved.',
  locked: 'The plan includes fewer custom roles than there are, and this one is locked.',
  keepOpen: 'Keep this one open instead',
  keptOpen: (name: string) => `“${name}” is open now; another one is locked for it.`,
} as const
