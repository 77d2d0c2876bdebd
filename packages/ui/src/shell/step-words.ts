/** The words of the first steps: not among `words`, since they come with a part that few people need. */
export const stepWords = {
  snippet: {
    lead: 'Put this line into your site, before </body>:',
    copy: 'Copy the line',
    copied: 'Copied. Paste it before </body>.',
  },
  title: 'First steps',
  count: (done: string, of: string) => `${done} of ${of} done`,
  done: 'Done',
  hide: 'Hide',
  show: 'Show',
  invite: {
    title: 'Invite your team',
    body: 'Everybody gets a role, which says what they see and may do.',
    action: 'To Team Members',
  },
  widget: {
    title: 'Put the chat on your site',
    body: 'It ticks itself as soon as the chat was seen on a page.',
    action: 'To Widget',
  },
  departments: {
    title: 'Name your departments',
    body: 'Chats wait in them, and a role may see those of its own alone.',
    action: 'To Departments',
  },
} as const
