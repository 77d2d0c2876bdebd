import { sentences } from '../work/history.ts'

// Ids and figures only: the log is never erased, a person's data must be.

export const says = sentences('inbox', {
  assign: (d: { from: string | null; to: string | null }) =>
    d.to === null ? 'Took a chat from its assignee' : 'Assigned a chat',
  /** `freed`: who had it, and is not of that department. */
  move: (d: { from: string | null; to: string | null; freed: string | null }) =>
    d.to === null ? 'Took a chat out of its department' : 'Moved a chat to a department',
  delete: (d: { contactId: string; assigneeId: string | null; messages: number }) =>
    `Deleted a chat with ${d.messages} messages for good`,
})
