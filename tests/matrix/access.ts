import type { Lines } from './line.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

export const access: Lines<'access'> = {
  request: {
    who: 'member',
    method: 'POST',
    own: 'CONFLICT',
    closed: true,
    input: () => ({ permission: 'billing.card', reason: 'Please' }),
  },
  mine: { who: 'member', method: 'GET' },
  withdraw: {
    who: 'member',
    method: 'POST',
    own: 'NOT_FOUND',
    closed: true,
    names: true,
    input: ({ requestId }) => ({ requestId }),
  },
  waiting: { who: 'team.manage', method: 'GET' },
  requests: { who: 'team.manage', method: 'GET' },
  grant: {
    who: 'team.manage',
    method: 'POST',
    junior: true,
    closed: true,
    names: true,
    input: ({ requestId }) => ({ requestId, roleId: null, until: inAnHour() }),
  },
  refuse: {
    who: 'team.manage',
    method: 'POST',
    closed: true,
    names: true,
    input: ({ requestId }) => ({ requestId, answer: 'Not now' }),
  },
  list: { who: 'team.view', method: 'GET', names: true, input: ({ newcomerId }) => ({ memberId: newcomerId }) },
  give: {
    who: 'team.manage',
    method: 'POST',
    junior: true,
    names: true,
    input: ({ newcomerId }) => ({
      memberId: newcomerId,
      permission: 'reports.view',
      roleId: null,
      until: inAnHour(),
      reason: '',
    }),
  },
  end: {
    who: 'team.manage',
    method: 'POST',
    junior: true,
    closed: true,
    names: true,
    input: ({ grantId }) => ({ grantId }),
  },
}
