/**
 * Every tRPC path and guarded route that a screen may offer, as `session.me` names them.
 * Kept equal to the server's own list by a test against the running router (tests/).
 */
export type Procedure =
  | 'session.me'
  | 'session.why'
  | 'team.members'
  | 'team.roles'
  | 'team.setRole'
  | 'inbox.list'
  | 'inbox.thread'
  | 'inbox.reply'
  | 'inbox.note'
  | 'inbox.assignees'
  | 'inbox.assign'
  | 'inbox.close'
  | 'inbox.reopen'
  | 'inbox.delete'
  | 'inbox.read'
  | 'contacts.list'
  | 'contacts.get'
  | 'contacts.edit'
  | 'contacts.delete'
  | 'contacts.export'
  | 'reports.chats'
  | 'switches.setOnline'
  | 'switches.setWidget'
