import { type Label, sentences } from '../work/history.ts'

/** How the doors themselves come into the history: who came in and went, and what was refused. */
export const says = sentences('session', {
  signIn: () => 'Signed in',
  switch: () => 'Came in from another account of theirs',
  signOut: () => 'Signed out',
  askReset: (d: { member: string }) => `Asked for a link to a new password of ${d.member}`,
  resetPassword: () => 'Chose a new password by the link of a letter, which ended all their sessions',
  /** `path`: the call, which they may make, but not for this. It is kept, and no word for anybody to read. */
  refused: (d: { path: string; permission: string; role: string }, label: Label) =>
    `Tried as ${d.role} to change access beyond their own and was refused: this takes “${label(d.permission)}”`,
})
