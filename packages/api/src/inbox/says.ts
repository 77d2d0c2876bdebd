import { sentences } from '../work/history.ts'

// Ids and figures only: the log is never erased, a person's data must be. The contact's name stands beside it, and can be.

export const says = sentences(
  'inbox',
  {
    assign: (d: { from: string | null; to: string | null; contact?: string }) =>
      d.to === null
        ? `Took the chat with ${d.contact} from ${d.from}`
        : `Assigned the chat with ${d.contact} to ${d.to}`,
    /** `freed`: who had it, and is not of that department. */
    move: (d: { from: string | null; to: string | null; freed: string | null; contact?: string }) =>
      d.to === null
        ? `Took the chat with ${d.contact} out of ${d.from}`
        : `Moved the chat with ${d.contact} to ${d.to}`,
    delete: (d: { contactId: string; assigneeId: string | null; messages: number; contact?: string }) =>
      `Deleted the chat with ${d.contact}, ${d.messages} messages, for good`,
  },
  {},
  {
    assign: ({ id, detail: { from = null, to = null } }) => ({
      call: 'inbox.assign',
      input: { chatId: id('chat'), memberId: from, from: to },
    }),
    move: ({ id, detail: { from = null, to = null } }) => ({
      call: 'inbox.move',
      input: { chatId: id('chat'), departmentId: from, from: to },
    }),
  },
)
