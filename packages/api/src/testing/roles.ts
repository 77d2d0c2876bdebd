import type { CustomRole } from '@rolecall/db/testing'

const working = ['inbox', 'reports', 'team', 'contacts', 'widget', 'roles', 'audit', 'billing']

/** Roles that may do everything with what they see, and see little. The seed's Agent is in "sales", these in nothing. */
export const narrowRoles = {
  /** Only what is assigned to them. */
  Mine: { full_sections: working, chat_scope: 'mine', unassigned: false },
  /** That, and what nobody has. */
  Free: { full_sections: working, chat_scope: 'mine', unassigned: true },
  /** Their departments, without what nobody has. */
  Desk: { full_sections: working, chat_scope: 'departments', unassigned: false },
  /** Everything, but nobody's email, phone, address or data. */
  Masked: {
    full_sections: ['inbox', 'reports'],
    permissions: ['contacts.view', 'contacts.edit', 'contacts.export', 'contacts.delete'],
    chat_scope: 'all',
    unassigned: true,
  },
  /** Chats, and no contacts. */
  Chats: { full_sections: ['inbox'], chat_scope: 'all', unassigned: true },
  /** May answer and nothing else. */
  Answers: { permissions: ['inbox.reply'], chat_scope: 'all', unassigned: true },
  /** Contacts, and no chats. */
  People: { full_sections: ['contacts'], chat_scope: 'all', unassigned: true },
} satisfies Record<string, CustomRole>
