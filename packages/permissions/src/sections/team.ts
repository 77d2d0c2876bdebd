import { defineSection } from '../section.ts'

export const team = defineSection('team', {
  label: 'Team',
  describes: 'Members, their roles and departments',
  actions: {
    status: {
      label: 'Switch “Our team is online” on and off',
      describes: 'Off, every visitor is offered a form instead of a chat',
      risk: 'medium',
      roles: ['Supervisor'],
    },
    view: {
      label: 'See team members',
      describes: 'Lists the members with their roles and departments',
      risk: 'low',
      roles: ['Supervisor', 'Agent'],
    },
    invite: {
      label: 'Invite members',
      describes: 'Brings new people in, with a role no wider than one’s own',
      risk: 'high',
      needs: ['team.view'],
      roles: ['Supervisor'],
    },
    manage: {
      label: 'Manage members',
      describes: 'Changes roles, deactivates and removes members who hold no more than oneself',
      risk: 'high',
      needs: ['team.view'],
      roles: ['Supervisor'],
    },
    administrators: {
      label: 'Invite and manage administrators',
      describes: 'Makes somebody an Administrator, or takes that away',
      risk: 'high',
      needs: ['team.invite', 'team.manage'],
    },
    departments: {
      label: 'Manage departments',
      describes: 'Creates departments and decides who belongs to them, and so who sees which chats',
      risk: 'medium',
      needs: ['team.view'],
      roles: ['Supervisor'],
    },
  },
})
