import { sentences } from '../work/history.ts'

// Ids and figures only: the log is never erased, a person's data must be.

export const says = sentences('inbox', {
  assign: (_: { from: string | null; to: string | null }) => 'Assigned a chat',
  delete: (_: { contactId: string; assigneeId: string | null; messages: number }) => 'Deleted a chat for good',
})
