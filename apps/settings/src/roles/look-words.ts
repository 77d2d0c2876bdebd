import { words as common } from '../words.ts'

export const lookWords = {
  ...common,

  title: (name: string) => `See it as “${name}”`,
  body: 'This role sees the chats of its member’s departments. In which ones do you look?',
  departments: 'Departments',
  none: 'There are no departments yet.',
  notSeen: 'You do not see the chats of this department yourself.',
  look: 'Look',
} as const
