/** Every word the panel says, in English. The other languages have the same keys, which `Words` makes sure of. */
export const en = {
  chat: 'Chat',
  /** After the launcher's name. */
  unread: '{count} unread',
  close: 'Close chat',
  online: 'Online',
  away: 'Away',
  /** Over the form that is shown while nobody is there. */
  leave: 'We are away. Leave a message. You find our answer here.',
  /** In a conversation while nobody is there. */
  later: 'We are away. Write here, and we answer as soon as we are back.',
  name: 'Name',
  email: 'Email',
  message: 'Message',
  write: 'Write a message…',
  send: 'Send',
  sending: 'Sending…',
  sent: 'Sent',
  seen: 'Seen',
  failed: 'Not sent.',
  slow: 'Too many messages at once. Wait a moment.',
  again: 'Try again',
  you: 'You',
  team: 'Team',
  thanks: 'Thank you. You find our answer here.',
  lost: 'Connection lost. Trying again…',
  closed: 'This chat was closed. Write to open it again.',
  gone: 'That chat no longer exists. You can start a new one.',
  fresh: 'New messages',
  broken: 'The chat could not be loaded.',
}

export type Words = typeof en
