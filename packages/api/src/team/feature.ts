import { feature } from '../guard/feature.ts'
import { guard } from '../guard/guard.ts'
import { router } from '../guard/trpc.ts'
import { changeDepartments } from './change-departments.ts'
import { deactivate } from './deactivate.ts'
import { invite } from './invite.ts'
import { inviteSeveral } from './invite-several.ts'
import { invites } from './invites.ts'
import { inviteLetter } from './letter.ts'
import { member } from './member.ts'
import { members } from './members.ts'
import { mine } from './mine.ts'
import { operator } from './operator.ts'
import { reactivate } from './reactivate.ts'
import { remove } from './remove.ts'
import { resendInvite } from './resend-invite.ts'
import { revokeInvite } from './revoke-invite.ts'
import { roleEffect } from './role-effect.ts'
import { roles } from './roles.ts'
import { says } from './says.ts'
import { setDepartments } from './set-departments.ts'
import { setHidden } from './set-hidden.ts'
import { setRole } from './set-role.ts'
import { setRoles } from './set-roles.ts'
import { showMe } from './show-me.ts'
import { signOut } from './sign-out.ts'

/** Who is on the team, in which role, and who is invited. */
export const team = feature('team', {
  router: router({
    members,
    member,
    roles,
    roleEffect,
    setRole,
    setRoles,
    setDepartments,
    changeDepartments,
    deactivate,
    reactivate,
    remove,
    signOut,
    setHidden,
    mine,
    showMe,
    invites,
    invite,
    inviteSeveral,
    resendInvite,
    revokeInvite,
  }),
  audit: says,
  quiet: {
    setRoles: 'is written as setRole, once for each of them',
    changeDepartments: 'is written as setDepartments, once for each of them',
    inviteSeveral: 'is written as invite, once for each of them',
  },
  news: guard.news({
    members: ['team.view', 'roles.view', 'audit.view'],
    invites: ['team.view', 'roles.view', 'audit.view'],
  }),
  letters: { invite: inviteLetter },
  operator,
})
