import { defineSection } from '../section.ts'

export const webhooks = defineSection('webhooks', {
  label: 'Webhooks',
  describes: 'Events sent to other servers',
  actions: {
    manage: {
      label: 'Manage webhooks',
      describes: 'Decides which servers receive messages and contacts as they happen',
      risk: 'high',
      roles: ['Supervisor'],
    },
  },
})
