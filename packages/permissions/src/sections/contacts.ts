import { defineSection } from '../section.ts'

export const contacts = defineSection('contacts', {
  label: 'Contacts',
  describes: 'The people who wrote',
  scoped: true,
  actions: {
    view: {
      label: 'See contacts',
      describes: 'Opens the list of contacts and each contact’s page',
      risk: 'low',
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    details: {
      label: 'See contact details',
      describes: 'Shows email, phone, IP address and custom data; without it they are masked everywhere',
      risk: 'medium',
      needs: ['contacts.view'],
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    edit: {
      label: 'Edit contacts',
      describes: 'Changes names and tags, and details where these are visible',
      risk: 'low',
      needs: ['contacts.view'],
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    import: {
      label: 'Import contacts',
      describes: 'Adds and updates many contacts at once from a file',
      risk: 'medium',
      needs: ['contacts.view', 'contacts.edit'],
      roles: ['Supervisor', 'Agent'],
    },
    export: {
      label: 'Export contacts',
      describes: 'Downloads the contacts as a file that leaves this system',
      risk: 'high',
      needs: ['contacts.view'],
      roles: ['Supervisor'],
    },
    delete: {
      label: 'Delete contacts for good',
      describes: 'Erases a contact with their chats and data; nobody can bring it back',
      risk: 'high',
      needs: ['contacts.view'],
      roles: ['Supervisor', 'Agent'],
    },
  },
})
