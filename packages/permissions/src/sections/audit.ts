import { defineSection } from '../section.ts'

export const audit = defineSection('audit', {
  label: 'Audit log',
  describes: 'Who changed what, and when',
  actions: {
    view: {
      label: 'Read the audit log',
      describes: 'Shows and exports every recorded change',
      risk: 'medium',
      roles: ['Supervisor'],
    },
  },
})
