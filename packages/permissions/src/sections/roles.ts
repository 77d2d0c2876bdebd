import { defineSection } from '../section.ts'

export const roles = defineSection('roles', {
  label: 'Roles & Permissions',
  describes: 'Who on the team may do what',
  actions: {
    view: {
      label: 'See roles and permissions',
      describes: 'Shows every role, what it may do and who holds it',
      risk: 'low',
      roles: ['Supervisor'],
    },
    manage: {
      label: 'Create, edit and delete custom roles',
      describes: 'Changes what others may do, never beyond what one may do oneself',
      risk: 'high',
      needs: ['roles.view'],
      roles: ['Supervisor'],
    },
  },
})
