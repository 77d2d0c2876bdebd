import { defineSection } from '../section.ts'

export const widget = defineSection('widget', {
  label: 'Widget',
  describes: 'The chat on your website',
  actions: {
    visibility: {
      label: 'Switch “Widget is shown” on and off',
      describes: 'Off, the chat disappears from the website',
      risk: 'medium',
      roles: ['Supervisor'],
    },
    customize: {
      label: 'Customize the widget',
      describes: 'Changes its colours, words and the domains that may show it',
      risk: 'medium',
      roles: ['Supervisor', 'Agent'],
    },
  },
})
