import { words as common } from '../words.ts'

export const words = {
  ...common,

  title: 'Widget',
  lead: 'The chat on your own pages: how it gets there, and whether it is there.',
  line: 'The line for your site',
  department: 'Where a page is about one department, say so in the line: its chats begin there.',
  where: 'Where it was seen',
  last: 'Last seen',
  first: 'First seen',
  never: 'On no page yet. It is noticed as soon as a page with the line is opened, however it was opened.',
  shown: 'Widget is shown',
  state: { on: 'On', off: 'Off' },
  isShown: 'The switch is on: pages with the line show the chat.',
  isHidden: 'The switch is off: no page shows the chat, whatever it carries.',
  toSwitch: 'The switch stands at the top of the inbox.',
} as const
