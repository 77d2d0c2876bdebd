import { defineSection } from '../section.ts'

export const account = defineSection('account', {
  label: 'Account preferences',
  describes: 'Name, time zone, language and office hours',
  actions: {
    view: {
      label: 'See account preferences',
      describes: 'Shows name, time zone, language and office hours',
      risk: 'low',
      roles: ['Supervisor', 'Agent'],
    },
    manage: {
      label: 'Change account preferences',
      describes: 'Changes them for everybody',
      risk: 'medium',
      needs: ['account.view'],
      roles: ['Supervisor', 'Agent'],
    },
  },
})
