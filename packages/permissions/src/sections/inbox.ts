import { defineSection } from '../section.ts'

export const inbox = defineSection('inbox', {
  label: 'Inbox',
  describes: 'Chats with visitors',
  scoped: true,
  actions: {
    view: {
      label: 'See chats',
      describes: 'Opens the inbox and the chats that the role’s scope reaches, live',
      risk: 'low',
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    reply: {
      label: 'Reply to visitors and write notes',
      describes: 'Sends messages in the name of the team and leaves notes that only the team sees',
      risk: 'low',
      needs: ['inbox.view'],
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    assign: {
      label: 'Assign chats',
      describes: 'Gives a chat to a member or takes it from one',
      risk: 'low',
      needs: ['inbox.view'],
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    close: {
      label: 'Close and reopen chats',
      describes: 'Ends a chat, or takes it up again',
      risk: 'low',
      needs: ['inbox.view'],
      roles: ['Supervisor', 'Agent', 'Support'],
    },
    delete: {
      label: 'Delete chats for good',
      describes: 'Removes a chat with all its messages; nobody can bring it back',
      risk: 'high',
      needs: ['inbox.view'],
      roles: ['Supervisor', 'Agent'],
    },
  },
})
