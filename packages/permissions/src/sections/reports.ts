import { defineSection } from '../section.ts'

export const reports = defineSection('reports', {
  label: 'Reports',
  describes: 'How much is written and how fast it is answered',
  scoped: true,
  actions: {
    view: {
      label: 'See reports',
      describes: 'Shows volume, response times and ratings, also by member',
      risk: 'low',
      roles: ['Supervisor'],
    },
    export: {
      label: 'Export reports',
      describes: 'Downloads the figures as a file that leaves this system',
      risk: 'medium',
      needs: ['reports.view'],
      roles: ['Supervisor'],
    },
  },
})
