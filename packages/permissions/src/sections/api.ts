import { defineSection } from '../section.ts'

export const api = defineSection('api', {
  label: 'API',
  describes: 'Tokens for other programs',
  actions: {
    manage: {
      label: 'Create and revoke API tokens',
      describes: 'Lets programs act with at most the permissions of the token’s owner',
      risk: 'high',
      roles: ['Supervisor'],
    },
  },
})
