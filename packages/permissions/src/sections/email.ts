import { defineSection } from '../section.ts'

export const email = defineSection('email', {
  label: 'Email settings',
  describes: 'How mail to visitors goes out',
  actions: {
    view: {
      label: 'See email settings',
      describes: 'Shows sender name, reply address, signature and connection',
      risk: 'low',
      roles: ['Supervisor', 'Agent'],
    },
    manage: {
      label: 'Change email settings',
      describes: 'Decides in whose name and through which server mail is sent',
      risk: 'medium',
      needs: ['email.view'],
      roles: ['Supervisor', 'Agent'],
    },
  },
})
