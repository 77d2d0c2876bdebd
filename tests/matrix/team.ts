import { randomUUID } from 'node:crypto'
import type { Lines, Target } from './line.ts'

const newcomer = ({ newcomerId }: Target) => ({ memberId: newcomerId })

export const team: Lines<'team'> = {
  members: { who: 'team.view', method: 'GET' },
  roles: { who: 'team.view', method: 'GET' },
  setRole: {
    who: 'team.manage',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ memberId, roleId }) => ({ memberId, roleId }),
  },
  member: { who: 'team.view', method: 'GET', names: true, input: newcomer },
  setRoles: {
    who: 'team.manage',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ newcomerId, roleId }) => ({ changes: [{ memberId: newcomerId, roleId }] }),
  },
  roleEffect: {
    who: 'team.manage',
    method: 'GET',
    names: true,
    input: ({ newcomerId, roleId }) => ({ memberIds: [newcomerId], roleId }),
  },
  setDepartments: {
    who: 'team.departments',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ newcomerId, departmentId }) => ({ memberId: newcomerId, departmentIds: [departmentId] }),
  },
  changeDepartments: {
    who: 'team.departments',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ newcomerId, departmentId }) => ({
      changes: [{ memberId: newcomerId, add: [departmentId], remove: [] }],
    }),
  },
  deactivate: { who: 'team.manage', method: 'POST', junior: true, names: true, input: newcomer },
  reactivate: { who: 'team.manage', method: 'POST', junior: true, names: true, input: newcomer },
  remove: { who: 'team.manage', method: 'POST', junior: true, names: true, input: newcomer },
  signOut: { who: 'team.manage', method: 'POST', junior: true, names: true, input: newcomer },
  setHidden: {
    who: 'team.manage',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ newcomerId }) => ({ memberId: newcomerId, hidden: true }),
  },
  mine: { who: 'member', method: 'GET' },
  showMe: { who: 'member', method: 'POST', input: () => ({ hidden: true }) },
  invites: { who: 'team.view', method: 'GET' },
  invite: {
    who: 'team.invite',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ roleId }) => ({ email: `${randomUUID()}@example.test`, roleId, departmentIds: [] }),
  },
  inviteSeveral: {
    who: 'team.invite',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ roleId }) => ({ emails: [`${randomUUID()}@example.test`], roleId, departmentIds: [] }),
  },
  resendInvite: {
    who: 'team.invite',
    method: 'POST',
    junior: true,
    closed: true,
    names: true,
    input: ({ inviteId }) => ({ inviteId }),
  },
  revokeInvite: {
    who: 'team.invite',
    method: 'POST',
    junior: true,
    closed: true,
    names: true,
    input: ({ inviteId }) => ({ inviteId }),
  },
}
