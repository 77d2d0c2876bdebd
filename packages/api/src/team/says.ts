import { type Kept, sentences, stayClosed, type Undo } from '../work/history.ts'

interface Invited {
  email: string
  role: string
}

/** The other way round, for the same member. */
const forMember =
  (call: string) =>
  ({ id }: Kept): Undo => ({ call, input: { memberId: id('member') } })

const hid = ({ hidden }: { hidden: boolean }) => (hidden ? 'Hid' : 'Showed')

const tellers = {
  setRole: (d: { member: string; from: string; to: string }) =>
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
  setHidden: (d: { member: string; hidden: boolean }) => `${hid(d)} ${d.member} ${d.hidden ? 'from' : 'to'} visitors`,
  showMe: (d: { hidden: boolean }) => `${hid(d)} themselves ${d.hidden ? 'from' : 'to'} visitors`,
  /** `before`, `after`: the ids of those they had, and have. */
  setDepartments: (d: { member: string; from: string[]; to: string[]; before: string[]; after: string[] }) =>
    `Changed the departments of ${d.member}`,
}

export const says = sentences(
  'team',
  tellers,
  {},
  {
    setRole: ({ id }) => {
      const [roleId, from] = [id('from'), id('to')]
      return roleId === null ? null : { call: 'team.setRole', input: { memberId: id('member'), roleId, from } }
    },
    setDepartments: ({ id, detail: { before, after } }) =>
      Array.isArray(before)
        ? { call: 'team.setDepartments', input: { memberId: id('member'), departmentIds: before, expected: after } }
        : null,
    deactivate: forMember('team.reactivate'),
    reactivate: forMember('team.deactivate'),
    invite: ({ id }) => ({ call: 'team.revokeInvite', input: { inviteId: id('invite') } }),
    setHidden: ({ id, detail: { hidden } }) => ({
      call: 'team.setHidden',
      input: { memberId: id('member'), hidden: hidden !== true },
    }),
  },
)
