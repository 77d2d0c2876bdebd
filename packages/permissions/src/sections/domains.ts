import { defineSection } from '../section.ts'

export const domains = defineSection('domains', {
  label: 'Custom email domains',
  describes: 'Domains that mail is sent from',
  actions: {
    view: {
      label: 'See email domains',
      describes: 'Shows the domains and the records they need',
      risk: 'low',
      roles: ['Supervisor'],
    },
    manage: {
      label: 'Add and remove email domains',
      describes: 'Decides which domains mail is signed for',
      risk: 'high',
      needs: ['domains.view'],
      roles: ['Supervisor'],
    },
  },
})
