import { sentences, stayClosed } from '../work/history.ts'

interface Invited {
  email: string
  role: string
}

export const says = sentences('team', {
  /** `fromId`: what an undo gives back. */
  setRole: (d: { member: string; from: string; to: string; fromId: string }) =>
    `Changed the role of ${d.member} from ${d.from} to ${d.to}`,
  invite: (d: Invited) => `Invited ${d.email} as ${d.role}`,
  resendInvite: (d: Invited) => `Sent the invitation of ${d.email} again`,
  revokeInvite: (d: Invited) => `Took the invitation of ${d.email} back`,
  /** `chats`: how many open ones they had, which nobody has now; `kept`: how many stay theirs. */
  deactivate: (d: { member: string; chats: number; kept: number }) => `Deactivated ${d.member}${stayClosed(d.kept)}`,
  reactivate: (d: { member: string }) => `Reactivated ${d.member}`,
  remove: (d: { member: string; email: string; role: string; chats: number; kept: number }) =>
    `Removed ${d.member} from the team${stayClosed(d.kept)}`,
  passwordLink: (d: { email: string }) => `Made a link for a new password of ${d.email}`,
  signOut: (d: { member: string }) => `Signed ${d.member} out everywhere`,
  setHidden: (d: { member: string; hidden: boolean }) =>
    `${d.hidden === true ? 'Hid' : 'Showed'} ${d.member} ${d.hidden === true ? 'from' : 'to'} visitors`,
  showMe: (d: { hidden: boolean }) =>
    `${d.hidden === true ? 'Hid' : 'Showed'} themselves ${d.hidden === true ? 'from' : 'to'} visitors`,
  setDepartments: (d: { member: string; from: string[]; to: string[] }) => `Changed the departments of ${d.member}`,
})
