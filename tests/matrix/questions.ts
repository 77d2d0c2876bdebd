import type { Lines, Target } from './line.ts'

const about = ({ newcomerId }: Target) => ({ memberId: newcomerId, permission: 'audit.view' })

export const questions: Lines<'questions'> = {
  whyNot: { who: 'roles.view', method: 'GET', names: true, input: about },
  whoGave: { who: 'roles.view', method: 'GET', names: true, input: about },
  whichTokens: { who: 'roles.view', method: 'GET' },
  whoSees: {
    who: 'inbox.view',
    method: 'GET',
    names: true,
    input: ({ chatId }) => ({ chatId, contactId: null, at: null }),
  },
  roleThen: {
    who: 'roles.view',
    method: 'GET',
    names: true,
    input: ({ customRoleId }) => ({ roleId: customRoleId, at: '2030-01-01T00:00:00Z' }),
  },
}
