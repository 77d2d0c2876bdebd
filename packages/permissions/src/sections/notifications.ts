import { defineSection } from '../section.ts'

export const notifications = defineSection('notifications', {
  label: 'Notifications',
  describes: 'One’s own sound, desktop and email notifications',
  actions: {
    manage: {
      label: 'Set one’s own notifications',
      describes: 'Changes nothing for anybody else',
      risk: 'low',
      roles: ['Supervisor', 'Agent', 'Support'],
    },
  },
})
