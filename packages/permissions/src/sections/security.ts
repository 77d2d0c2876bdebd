import { defineSection } from '../section.ts'

export const security = defineSection('security', {
  label: 'Security',
  describes: 'How members sign in',
  actions: {
    manage: {
      label: 'Change security settings',
      describes: 'Sets two-factor rules, allowed addresses and domains, and ends sessions',
      risk: 'high',
      roles: ['Supervisor'],
    },
  },
})
